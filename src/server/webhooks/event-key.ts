import type { VerifiedWebhook } from './verify-webhook';

/**
 * What tells events apart in a store: the envelope's ID, and whose hub it came from. A webhook without an ID is
 * told by its bytes, so that another one about the same channel is another event.
 */
export async function eventKey({ event, bytes }: VerifiedWebhook): Promise<string> {
  const owner = event.partnerId ?? '';
  if (event.id !== null) return `${owner}:id:${event.id}`;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${owner}:sha256:${hex}`;
}
