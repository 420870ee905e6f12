/**
 * Why an attempt failed.
 *
 * | code | meaning | what to do |
 * |---|---|---|
 * | `invalid_options` | one of the options that the message names is wrong; nothing was opened | see the option's own description |
 * | `popup_blocked` | the browser opened no window, or something of the page keeps us from using it (see `cause`) | call `open()` in the click, or use `display: 'auto'` |
 * | `preparation_failed` | `prepare` failed; the hub was not asked | see `cause` |
 * | `signature_failed` | no usable IO Signature; the hub was not asked | see `cause`; a retry of `fetchIoSignature` gets a new one |
 * | `state_mismatch` | the result came back with another `state`, or without one that has to come back | start again; it may be forged |
 * | `invalid_redirect` | the hub's answer is unreadable | start again; report it to 360dialog |
 * | `timeout` | your `timeout` ran out | start again |
 */
export type OnboardingErrorCode =
  | 'invalid_options'
  | 'popup_blocked'
  | 'preparation_failed'
  | 'signature_failed'
  | 'state_mismatch'
  | 'invalid_redirect'
  | 'timeout';

/**
 * The one error of this library. In a development build its text says what happened, what is at fault
 * and what cures it; in production it is short. It never holds a signature, a secret or a client's data.
 *
 * @example
 * onError={(error) => error.code === 'popup_blocked' && setHint('Please allow the popup.')}
 */
export class OnboardingError extends Error {
  override readonly name = 'OnboardingError';
  declare readonly code: OnboardingErrorCode;
  /** Names the attempt in support, as in the snapshot; none where it is thrown outside of one. */
  declare readonly runId?: string;

  /**
   * @param code stable: compare this, not the message
   * @param message such as the option that is wrong
   * @param cause what lay beneath, such as the rejection of `prepare` or `fetchIoSignature`
   */
  constructor(code: OnboardingErrorCode, message: string = code, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Tells an `OnboardingError` from other errors, also when two copies of this library are loaded. */
export const isOnboardingError = (error: unknown): error is OnboardingError =>
  (error as OnboardingError | null)?.name === 'OnboardingError';
