/** How long a call waits for another one of its channel, in seconds. */
export const usualWaitSeconds = 60;

/** Acts with a signal that is aborted after so many seconds, and leaves no timer behind. */
export async function withinWait<Result>(
  seconds: number,
  act: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), seconds * 1000);
  try {
    return await act(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}
