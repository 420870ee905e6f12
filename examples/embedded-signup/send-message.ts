import { keys } from './partner-api';

/** Sends by the stored key: there is no copy of it that could be older. */
export async function sendMessage(channelId: string, message: object): Promise<Response> {
  const key = await keys.get(channelId);
  if (!key) throw new Error('This channel has no API key yet.');
  return fetch(`${key.address}/messages`, {
    method: 'POST',
    headers: { 'D360-API-KEY': key.apiKey, 'Content-Type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', ...message }),
  });
}
