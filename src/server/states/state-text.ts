const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** 128 random bits, as 22 letters that need no encoding in an address. */
export const randomText = (): string => toText(crypto.getRandomValues(new Uint8Array(16)));

/** Who can read the store can use no `state`. */
export async function hashOf(state: string): Promise<string> {
  const bytes = new TextEncoder().encode(state);
  return toText(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
