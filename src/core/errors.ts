/**
 * Why an attempt failed.
 *
 * | code | meaning | what to do |
 * |---|---|---|
 * | `invalid_options` | an option is wrong; nothing was opened | the message names the option |
 * | `popup_blocked` | the browser opened no window | open from a click, or use `display: 'auto'` |
 * | `signature_failed` | no usable IO Signature; the hub was not asked | see `cause`; a retry fetches a new one |
 * | `state_mismatch` | the result came back with another `state` | start again; it may be forged |
 * | `invalid_redirect` | the hub's answer is unreadable | start again; report it to 360dialog |
 * | `timeout` | your `timeout` ran out | start again |
 */
export type OnboardingErrorCode =
  | 'invalid_options'
  | 'popup_blocked'
  | 'signature_failed'
  | 'state_mismatch'
  | 'invalid_redirect'
  | 'timeout';

/**
 * The one error of this library. Its text never holds a signature, a secret or a client's data.
 *
 * @example
 * onError={(error) => error.code === 'popup_blocked' && setHint('Please allow the popup.')}
 */
export class OnboardingError extends Error {
  override readonly name = 'OnboardingError';
  /** Stable: compare this, not the message. */
  readonly code: OnboardingErrorCode;

  /** `cause` is what lay beneath, such as the rejection of `fetchIoSignature`. */
  constructor(code: OnboardingErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Tells an `OnboardingError` from other errors, also when two copies of this library are loaded. */
export const isOnboardingError = (error: unknown): error is OnboardingError =>
  (error as OnboardingError | null)?.name === 'OnboardingError';
