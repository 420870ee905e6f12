import type { SignupRun } from './run-parts';

/**
 * A page has one signup at a time: Meta's messages do not say which window they are about, and its SDK
 * keeps one callback.
 */
let current: SignupRun | undefined;

/**
 * Makes room for a new run. One that nothing more is to be expected of is ended; what it may still be
 * waiting for would be taken for the new one's.
 *
 * @returns whether there is room; if not, the running one's window was brought to the front
 */
export function makeRoom(): boolean {
  if (current?.focus()) return false;
  current?.cancel();
  current?.drop();
  current = undefined;
  return true;
}

/** This one is the page's from now on. */
export function takeRoom(run: SignupRun): void {
  current = run;
}
