/** Somebody is at it just now, or was killed at it a moment ago: ask again. The `state` stays usable. */
export class StateBusyError extends Error {
  override readonly name = 'StateBusyError';
  /** When to come again: handlers answer 503 with it. */
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('This state is being checked already.');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Tells a `StateBusyError` from other errors, also of another copy of this library (ESM and CJS). */
export const isStateBusyError = (error: unknown): error is StateBusyError =>
  (error as StateBusyError | null)?.name === 'StateBusyError';
