/**
 * Why a result, or the `state` that came with it, is not taken.
 *
 * | code | meaning |
 * |---|---|
 * | `state_unknown` | no run has it: it is forged, was taken before, or is older than its age |
 * | `state_of_another_user` | somebody else began that run |
 * | `client_unknown` | the client is none of this partner's |
 * | `channel_foreign` | a channel is none of this client's |
 * | `other_client` | a reconnect came back with another client |
 * | `other_number` | a reconnect came back with another channel or number |
 * | `not_permitted` | the hub says that the channel's permission is missing |
 */
export type ResultErrorCode =
  | 'state_unknown'
  | 'state_of_another_user'
  | 'client_unknown'
  | 'channel_foreign'
  | 'other_client'
  | 'other_number'
  | 'not_permitted';

/**
 * A result that must not be stored. Its text holds no ID and no `state`.
 *
 * @example
 * if (isResultError(error)) return Response.json({ error: error.code }, { status: 403 });
 */
export class ResultError extends Error {
  override readonly name = 'ResultError';
  /** Stable: compare this, not the message. */
  readonly code: ResultErrorCode;

  constructor(code: ResultErrorCode) {
    super(`The result was refused: ${code}.`);
    this.code = code;
  }
}

/** Tells a `ResultError` from other errors, also of another copy of this library (ESM and CJS). */
export const isResultError = (error: unknown): error is ResultError =>
  (error as ResultError | null)?.name === 'ResultError';
