/**
 * Why a number was not handed in.
 *
 * | code | meaning |
 * |---|---|
 * | `signup_unreadable` | what the browser sent is no result of an Embedded Signup |
 * | `waba_missing` | it does not name the WhatsApp Business Account: Meta's message was lost, so wait for the webhook |
 * | `other_client` | the run was begun for another client |
 * | `busy` | another call is at this very number, or was killed at it less than a minute ago |
 */
export type ConnectNumberErrorCode = 'signup_unreadable' | 'waba_missing' | 'other_client' | 'busy';

const texts: Record<ConnectNumberErrorCode, string> = {
  signup_unreadable: 'This is no result of an Embedded Signup.',
  waba_missing: 'The signup does not say which account it made. A webhook will.',
  other_client: 'The run was begun for another client.',
  busy: 'This number is being handed in already. Call again in a few seconds.',
};

/**
 * What `connectNumber` rejects with, beside the errors of the Partner API, the states and your store. It
 * holds nothing of what the browser sent.
 *
 * @example
 * if (isConnectNumberError(error) && error.code === 'waba_missing') …
 */
export class ConnectNumberError extends Error {
  override readonly name = 'ConnectNumberError';
  /** Stable: compare this, not the message. */
  readonly code: ConnectNumberErrorCode;

  constructor(code: ConnectNumberErrorCode) {
    super(`connectNumber (${code}). ${texts[code]}`);
    this.code = code;
  }
}

/** Tells a `ConnectNumberError` from other errors, also of another copy of this library (ESM and CJS). */
export const isConnectNumberError = (error: unknown): error is ConnectNumberError =>
  (error as ConnectNumberError | null)?.name === 'ConnectNumberError';
