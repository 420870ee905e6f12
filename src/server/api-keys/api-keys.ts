import type { StoredApiKey } from './stored-api-key';

/** A channel's place, for whoever has the channel to itself. */
export type ApiKeySlot = {
  /** What is stored; `null` where nothing is. */
  read(): Promise<StoredApiKey | null>;
  /** Stores a key in place of what is there. Once it resolves, the key is not lost. */
  write(key: StoredApiKey): Promise<void>;
};

/**
 * Where API keys live: `memoryKeys()`, or `postgresKeys(pool, { encryptionKey })`. One key for each
 * channel.
 */
export type ApiKeys = {
  /**
   * The channel's key as it is stored; `null` where there is none.
   *
   * @throws ApiKeyError `unreadable` (as a rejection)
   */
  get(channelId: string): Promise<StoredApiKey | null>;
  /**
   * Forgets the channel's key, once nobody is making one: its permission was taken back. It stays
   * valid at 360dialog.
   *
   * @throws ApiKeyError `busy` (as a rejection), after a minute
   */
  delete(channelId: string): Promise<void>;
  /**
   * For `ensureApiKey`: has the channel to itself, across all processes, for as long as `work` lasts.
   * It is free again when `work` has settled, and when this process has ended.
   *
   * @throws ApiKeyError `busy` (as a rejection) when `signal` is aborted before it is its turn
   */
  lock<Result>(
    channelId: string,
    work: (slot: ApiKeySlot) => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Result>;
};
