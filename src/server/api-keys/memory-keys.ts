import { idInPath } from '../partner-api/id-in-path';
import type { ApiKeys } from './api-keys';
import type { StoredApiKey } from './stored-api-key';
import { createOneAtATime } from './turns';
import { usualWaitSeconds, withinWait } from './within-wait';

/**
 * Keeps API keys in this process alone. For tests and development: 360dialog shows a key once, so what
 * ends with the process has to be made anew.
 *
 * @example
 * const keys = memoryKeys();
 * await ensureApiKey({ api, keys, channelId: 'y9MiLoCH' });
 * (await keys.get('y9MiLoCH'))?.apiKey;
 */
export function memoryKeys(): ApiKeys {
  const stored = new Map<string, StoredApiKey>();
  const oneAtATime = createOneAtATime();
  return {
    async get(channelId) {
      return stored.get(idInPath(channelId, 'channelId')) ?? null;
    },
    async delete(channelId) {
      const id = idInPath(channelId, 'channelId');
      const forget = async () => void stored.delete(id);
      await withinWait(usualWaitSeconds, (signal) => oneAtATime(id, signal, forget));
    },
    async lock(channelId, work, signal) {
      const id = idInPath(channelId, 'channelId');
      const slot = {
        read: async () => stored.get(id) ?? null,
        write: async (key: StoredApiKey) => void stored.set(id, key),
      };
      return oneAtATime(id, signal, () => work(slot));
    },
  };
}
