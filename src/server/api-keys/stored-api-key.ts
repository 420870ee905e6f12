import type { Dialog360Id } from '../partner-api/types';

/** A messaging webhook that a key has. */
export type StoredWebhook = {
  /** Where the channel's messages go. */
  url: string;
  /** A hash of address and headers, by which a change of either is seen. */
  digest: string;
};

/**
 * A channel's API key, as it is kept. `apiKey` is there when you ask for it by name, and nowhere else:
 * `console.log`, `JSON.stringify` and a spread leave it out.
 */
export type StoredApiKey = {
  /** The key's ID. */
  id: Dialog360Id | null;
  /** The ID of the app that it belongs to. */
  appId: Dialog360Id | null;
  /** Where the messaging API of this channel is. */
  address: string;
  /** The secret, for the header `D360-API-KEY`. */
  readonly apiKey: string;
  /** The messaging webhook that was set and read back; `null` while there is none. */
  messagingWebhook: StoredWebhook | null;
  /**
   * Whether a newer key was asked for, and nobody knows what came of it. `ensureApiKey` then checks
   * this one before it gives it out.
   */
  isDoubtful: boolean;
};

/** Makes one of its parts. Whoever logs it logs no key. */
export function storedApiKey(
  parts: Pick<StoredApiKey, 'id' | 'appId' | 'address' | 'apiKey'> & Partial<StoredApiKey>,
): StoredApiKey {
  const shown = {
    id: parts.id,
    appId: parts.appId,
    address: parts.address,
    messagingWebhook: parts.messagingWebhook ?? null,
    isDoubtful: parts.isDoubtful ?? false,
  };
  return Object.defineProperty(shown, 'apiKey', { value: parts.apiKey }) as StoredApiKey;
}

/** The same key with something changed. A spread alone would lose the secret. */
export const changedApiKey = (
  key: StoredApiKey,
  changes: Partial<Pick<StoredApiKey, 'messagingWebhook' | 'isDoubtful'>>,
): StoredApiKey => storedApiKey({ ...key, apiKey: key.apiKey, ...changes });
