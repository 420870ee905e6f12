/**
 * No second of the last 12 hours is left to sign: more signatures were asked for than one per
 * second. `ioSignatureHandler` answers it with 503 and `Retry-After`.
 *
 * @example
 * catch (error) {
 *   if (error instanceof SignerBusyError) await sleep(error.retryAfterSeconds * 1000);
 * }
 */
export class SignerBusyError extends Error {
  override readonly name = 'SignerBusyError';
  /** When to try again. Time makes one new second free each second. */
  readonly retryAfterSeconds = 1;

  constructor() {
    super('Every second of the last 12 hours has been signed. Try again in a second.');
  }
}

/** By its name: signer and handler may come from two copies of this library. */
export const isSignerBusyError = (error: unknown): error is SignerBusyError =>
  (error as SignerBusyError | null)?.name === 'SignerBusyError';
