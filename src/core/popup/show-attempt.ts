import type { Attempt } from './attempt';

/** The method by which a window of `src/testing` takes the attempt that it was opened for. */
export const attemptTaker = '360dialog-connect:attempt';

/** A window that stands for a popup in a test. */
export type AttemptTaker = { [attemptTaker](attempt: Attempt): void };

/**
 * Gives an attempt to the test that plays its popup, so that the test can end it in ways which no window
 * has, such as a timeout. In a build for production this function is empty.
 */
export function showAttempt(attempt: Attempt, popup: Window | undefined): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: bundlers put its value in, though a browser has no `process`
    if (process.env.NODE_ENV !== 'production') {
      (popup as Partial<AttemptTaker> | undefined)?.[attemptTaker]?.(attempt);
    }
  } catch {}
}
