import { toText } from '../endpoint/random-text';

/** Who can read the store can use no `state`. */
export async function hashOf(state: string): Promise<string> {
  const bytes = new TextEncoder().encode(state);
  return toText(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
