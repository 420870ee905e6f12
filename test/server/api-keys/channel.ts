import {
  type ApiKeys,
  type EnsureApiKeyOptions,
  ensureApiKey,
  memoryKeys,
} from 'react-360dialog-connect/server';
import { addClientWithChannels, startHub } from '../partner-api/hub';

export const channelId = 'Ada0CH';
export const messagingWebhook = { url: 'https://app.example/whatsapp' };

/** The sandbox over HTTP with a channel that the partner may use, and a place for its key. */
export async function startChannel(keys: ApiKeys = memoryKeys()) {
  const hub = await startHub();
  addClientWithChannels(hub.state, 1);
  const ensure = (options: Partial<EnsureApiKeyOptions> = {}) =>
    ensureApiKey({ api: hub.api(), keys, channelId, ...options });
  return {
    ...hub,
    keys,
    ensure,
    /** The key that 360dialog takes. */
    validKey: () => hub.state.channelKeys.get(channelId),
    /** How many keys were made. */
    madeKeys: () => hub.requests.filter((request) => request.endsWith('/api_keys')).length,
  };
}
