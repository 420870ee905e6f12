import {
  type ApiKeys,
  ensureApiKey,
  isKeyable,
  isPartnerApiError,
  type PartnerApi,
  type WebhookEvent,
} from 'react-360dialog-connect/server';

/** For each webhook of a channel: it has its key, and its messages come to you. */
export async function ensureKey(
  api: PartnerApi,
  keys: ApiKeys,
  event: WebhookEvent,
): Promise<'connected' | 'not yet'> {
  if (!isKeyable(event)) return 'not yet';
  try {
    await ensureApiKey({
      api,
      keys,
      channelId: event.channelId,
      messagingWebhook: { url: 'https://app.example/whatsapp' },
    });
    return 'connected';
  } catch (error) {
    // Not final: the client may give permission later, and a webhook tells.
    if (isPartnerApiError(error) && error.code === 'forbidden') return 'not yet';
    throw error;
  }
}

/** Sends by the stored key: there is no copy of it that could be older. */
export async function sendMessage(keys: ApiKeys, channelId: string, message: object) {
  const key = await keys.get(channelId);
  if (!key) throw new Error('This channel has no API key yet.');
  return fetch(`${key.address}/messages`, {
    method: 'POST',
    headers: { 'D360-API-KEY': key.apiKey, 'Content-Type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', ...message }),
  });
}
