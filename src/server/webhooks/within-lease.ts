/** The time is up: the event may be handled by somebody else from now on. */
class LeaseOverError extends Error {
  override readonly name = 'LeaseOverError';

  constructor(leaseSeconds: number) {
    super(
      `A webhook was not handled within ${leaseSeconds} seconds. Let its handler only store the event, or raise leaseSeconds.`,
    );
  }
}

/** Tells that the lease was over from what a handler throws. */
export const isLeaseOver = (error: unknown): boolean => error instanceof LeaseOverError;

/**
 * Waits for no longer than a lease lasts. The time begins before the claim is sent, so the lease cannot be
 * over any earlier.
 *
 * @param report hears what came of it when nobody waited any more
 */
export async function withinLease<Result>(
  leaseSeconds: number,
  report: (error: unknown) => void,
  act: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      stop.abort(new LeaseOverError(leaseSeconds));
      reject(stop.signal.reason);
    }, leaseSeconds * 1000);
  });
  const result = act(stop.signal);
  result.catch((error) => {
    if (stop.signal.aborted && error !== stop.signal.reason) report(error);
  });
  try {
    return await Promise.race([result, over]);
  } finally {
    clearTimeout(timer);
  }
}
