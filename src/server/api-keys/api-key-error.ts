/**
 * Why a channel has no API key that works.
 *
 * | code | meaning |
 * |---|---|
 * | `busy` | another call has had this channel, or your pool its connections, for all of `waitSeconds` |
 * | `unreadable` | what is stored is of an `encryptionKey` that is not listed, of another channel, or changed |
 * | `unchecked` | the messaging API did not say whether the stored key is valid; nothing was changed |
 * | `key_refused` | the messaging API refuses the keys that were just made |
 * | `webhook_not_set` | the key is made and stored, but its messaging webhook is not set |
 *
 * After each of them the next call goes on where this one stopped.
 */
export type ApiKeyErrorCode =
  | 'busy'
  | 'unreadable'
  | 'unchecked'
  | 'key_refused'
  | 'webhook_not_set';

const texts: Record<ApiKeyErrorCode, string> = {
  busy: 'The channel, or the pool, was taken for too long. Call again later, or give the keys a pool of their own.',
  unreadable:
    'The stored key cannot be opened. List the encryptionKey that it was stored with; nothing was changed.',
  unchecked: 'The messaging API did not say whether the stored key is valid. Call again later.',
  key_refused: 'The messaging API refuses a key that was just made. Call again later.',
  webhook_not_set:
    'The key is stored, but its messaging webhook is not set. Call again; see developerMessage.',
};

/** What is known besides. */
type Details = { status?: number; developerMessage?: string };

/**
 * What `ensureApiKey` and the places of keys reject with, beside a `PartnerApiError` and the errors of
 * your database. It never holds a key or a header.
 *
 * @example
 * if (isApiKeyError(error) && error.code === 'busy') …
 */
export class ApiKeyError extends Error {
  override readonly name = 'ApiKeyError';
  /** Stable: compare this, not the message. */
  readonly code: ApiKeyErrorCode;
  /** The HTTP status of the messaging API; 0 where no answer came, or none was asked for. */
  readonly status: number;
  /** What 360dialog says about it, at most 500 characters; empty where it says nothing. */
  readonly developerMessage: string;

  constructor(code: ApiKeyErrorCode, { status = 0, developerMessage = '' }: Details = {}) {
    super(`API key (${code}). ${texts[code]}`);
    this.code = code;
    this.status = status;
    this.developerMessage = developerMessage;
  }
}

/** Tells an `ApiKeyError` from other errors, also of another copy of this library (ESM and CJS). */
export const isApiKeyError = (error: unknown): error is ApiKeyError =>
  (error as ApiKeyError | null)?.name === 'ApiKeyError';
