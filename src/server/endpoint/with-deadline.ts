/** A client who reads "Please wait." does not wait much longer; the stores' own time-outs may. */
const deadlineMs = 10_000;

/** The time is up, or the browser has gone: nothing was made for it. */
class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  readonly retryAfterSeconds = 1;

  constructor() {
    super(`Nothing came of it in ${deadlineMs / 1000} seconds, or the browser has gone.`);
  }
}

/** What hangs is left behind, and told to stop. */
export async function withDeadline<Result>(
  request: Request,
  act: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new DeadlineError()), deadlineMs);
  const leave = () => stop.abort(new DeadlineError());
  if (request.signal.aborted) leave();
  request.signal.addEventListener('abort', leave);
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason));
  });
  try {
    const result = act(stop.signal);
    result.catch(() => {}); // It may still fail, when nobody waits for it any more.
    return await Promise.race([result, stopped]);
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', leave);
  }
}
