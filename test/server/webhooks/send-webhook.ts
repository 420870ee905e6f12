import { createHmac } from 'node:crypto';

export const platformSecret = 'platform-secret-for-tests';

/** As 360dialog signs: HMAC-SHA256 of the bytes, in lowercase hex. By Node, to have it from elsewhere. */
export const signWebhook = (body: string | Uint8Array, secret = platformSecret) =>
  createHmac('sha256', secret).update(body).digest('hex');

/** The body of an event about a channel, as 360dialog writes it. */
export const channelEvent = (
  id: string,
  event = 'channel_running',
  data: Record<string, unknown> = {},
) => JSON.stringify({ id, event, data: { id: 'y9MiLoCH', client_id: 'oaY9LLfUCL', ...data } });

/** A delivery of that body, signed unless the test says otherwise. */
export function webhook(
  body: string | Uint8Array<ArrayBuffer>,
  signature: string | null = signWebhook(body),
): Request {
  const headers = { 'content-type': 'application/json' };
  return new Request('https://app.example/webhooks/360dialog', {
    method: 'POST',
    headers: signature === null ? headers : { ...headers, 'x-360dialog-signature': signature },
    body,
  });
}
