/**
 * No second of the last 12 hours was found free to sign: more signatures were asked for than one per
 * second. `ioSignatureHandler` answers it with 503 and `Retry-After`.
 *
 * @example
 * catch (error) {
 *   if (isSignerBusyError(error)) await sleep(error.retryAfterSeconds * 1000);
 * }
 */
export class SignerBusyError extends Error {
  override readonly name = 'SignerBusyError';
  /** When to try again. Time makes one new second free each second. */
  readonly retryAfterSeconds = 1;

  constructor() {
    super('No free second of the last 12 hours was found to sign. Try again in a second.');
  }
}

/** Tells a `SignerBusyError` from other errors, also of another copy of this library (ESM and CJS). */
export const isSignerBusyError = (error: unknown): error is SignerBusyError =>
  (error as SignerBusyError | null)?.name === 'SignerBusyError';
