import { isPartnerApiError, type PartnerApi } from 'react-360dialog-connect/server';

/** Yours: keeps the key, encrypted. Once it resolves, the key must never be lost. */
export type SaveKey = (channelId: string, apiKey: string, address: string) => Promise<void>;

/** Makes a channel's API key, once, and has its messages sent to your webhook. */
export async function connectChannel(
  api: PartnerApi,
  channelId: string,
  saveKey: SaveKey,
): Promise<'connected' | 'no permission yet'> {
  try {
    const { apiKey, address } = await api.createApiKey(channelId);
    // Before any other call: 360dialog shows the key this once, and has revoked the older one.
    await saveKey(channelId, apiKey, address);
    const headers = { 'D360-API-KEY': apiKey, 'Content-Type': 'application/json' };
    const url = 'https://app.example/whatsapp';
    const body = JSON.stringify({ url });
    const webhook = `${address}/v1/configs/webhook`;
    await fetch(webhook, { method: 'POST', headers, body });
    // The new key came without a webhook, so look whether it has one now.
    const now = await (await fetch(webhook, { headers })).json();
    if (now.url !== url) throw new Error('The messaging webhook was not set.');
    return 'connected';
  } catch (error) {
    // Not final: try again at the next webhook of this channel.
    if (isPartnerApiError(error) && error.code === 'forbidden') return 'no permission yet';
    throw error;
  }
}
