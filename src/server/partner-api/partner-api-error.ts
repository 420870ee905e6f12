/**
 * Why a call of the Partner API came to nothing.
 *
 * | code | meaning |
 * |---|---|
 * | `timeout` | nothing whole came back in time |
 * | `unauthorized` | the API key or token is wrong, or was revoked (401) |
 * | `forbidden` | the partner may not do this: the client has not given permission, say (403) |
 * | `not_found` | there is no such thing, or it is not this partner's (404) |
 * | `refused` | 360dialog takes the request for wrong (any other 4xx) |
 * | `rate_limited` | too many calls of this partner account (429) |
 * | `unavailable` | 360dialog failed (5xx) |
 * | `unreachable` | nothing came back: DNS, a refused or broken connection |
 * | `malformed_answer` | an answer came, but not as documented |
 * | `limiter_failed` | your `limiter` failed; nothing was sent |
 *
 * After `rate_limited`, `unavailable`, `unreachable`, `timeout` and `malformed_answer` nobody knows
 * whether a `POST` has done its work.
 */
export type PartnerApiErrorCode =
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'refused'
  | 'rate_limited'
  | 'unavailable'
  | 'unreachable'
  | 'malformed_answer'
  | 'limiter_failed';

const remedies: Record<PartnerApiErrorCode, string> = {
  unauthorized: 'Check the API key or token; 360dialog may have switched it off.',
  forbidden: 'Ask again once the client has given permission.',
  not_found: 'Check the ID, and whose it is.',
  refused: 'See developerMessage.',
  rate_limited: 'Wait, and let all processes share one limiter.',
  unavailable: 'Try again later.',
  unreachable: 'Check baseUrl and the network.',
  timeout: 'Try again later.',
  malformed_answer: 'Check baseUrl; see developerMessage.',
  limiter_failed: 'Check the limiter and its store; see cause.',
};

/** What is known of a failed call. */
type Failure = {
  call: string;
  code: PartnerApiErrorCode;
  status?: number;
  developerMessage?: string;
  retryAfterSeconds?: number | undefined;
  cause?: unknown;
};

/**
 * What every call of `createPartnerApi` rejects with. It never holds a key, a token, or what was
 * sent about a client: such words are `[hidden]` in it.
 *
 * @example
 * if (isPartnerApiError(error) && error.code === 'forbidden') …
 */
export class PartnerApiError extends Error {
  override readonly name = 'PartnerApiError';
  /** Stable: compare this, not the message. */
  readonly code: PartnerApiErrorCode;
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** What 360dialog says about it, at most 500 characters; empty where it says nothing. */
  readonly developerMessage: string;
  /** How long 360dialog wants you to wait, in seconds, where it says so. */
  declare readonly retryAfterSeconds?: number;

  constructor({ call, code, status = 0, developerMessage = '', ...more }: Failure) {
    const outcome = status ? `answered ${status}` : 'gave no answer';
    const subject = code === 'limiter_failed' ? `${call} was not sent` : `360dialog ${outcome}`;
    const options = more.cause === undefined ? undefined : { cause: more.cause };
    super(`Partner API, ${call}: ${subject} (${code}). ${remedies[code]}`, options);
    this.code = code;
    this.status = status;
    this.developerMessage = developerMessage;
    if (more.retryAfterSeconds !== undefined) this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

/** Tells a `PartnerApiError` from other errors, also of another copy of this library (ESM and CJS). */
export const isPartnerApiError = (error: unknown): error is PartnerApiError =>
  (error as PartnerApiError | null)?.name === 'PartnerApiError';

/** What an HTTP status means here. */
export function codeOfStatus(status: number): PartnerApiErrorCode {
  if (status >= 500) return 'unavailable';
  // A redirect is not followed, because the key would go with it; a success has been read before.
  if (status < 400) return 'malformed_answer';
  const codes: Record<number, PartnerApiErrorCode> = {
    401: 'unauthorized',
    403: 'forbidden',
    404: 'not_found',
    429: 'rate_limited',
  };
  return codes[status] ?? 'refused';
}
