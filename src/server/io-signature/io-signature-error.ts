/**
 * Why an IO Signature was refused.
 *
 * | code | meaning |
 * |---|---|
 * | `malformed` | signature, timestamp or partner ID is not written as it has to be |
 * | `mismatch` | made for another partner or time, or with another secret |
 * | `expired` | genuine, but 24 hours old |
 * | `future` | genuine, but its time has not come: a clock is wrong |
 */
export type IoSignatureErrorCode = 'malformed' | 'mismatch' | 'expired' | 'future';

const messages: Record<IoSignatureErrorCode, string> = {
  malformed: 'This is no IO Signature with a timestamp in UNIX seconds.',
  mismatch: 'The IO Signature is not of this partner, timestamp and secret.',
  expired: 'The IO Signature has expired. Make a new one for each click.',
  future: 'The IO Signature is from the future. Check the clock of the server that signed it.',
};

/**
 * What `verifyIoSignature` rejects with. Its text never holds a signature or a secret.
 *
 * @example
 * if (isIoSignatureError(error) && error.code === 'expired') …
 */
export class IoSignatureError extends Error {
  override readonly name = 'IoSignatureError';
  /** Stable: compare this, not the message. */
  readonly code: IoSignatureErrorCode;

  constructor(code: IoSignatureErrorCode) {
    super(messages[code]);
    this.code = code;
  }
}

/** Tells an `IoSignatureError` from other errors, also of another copy of this library (ESM and CJS). */
export const isIoSignatureError = (error: unknown): error is IoSignatureError =>
  (error as IoSignatureError | null)?.name === 'IoSignatureError';
