import type { Attempt, AttemptOwner } from './attempt';
import type { AttemptButton } from './attempt-button';
import { maxLate } from './limits';

/** Those of all stores, oldest first: a page keeps five, however many buttons it has. */
const lateAttempts = new Map<Attempt, AttemptOwner>();

/** The attempt only waits for a late result from now on. */
export function addLate(attempt: Attempt, owner: AttemptOwner): void {
  lateAttempts.set(attempt, owner);
  const [oldest] = lateAttempts.keys();
  if (lateAttempts.size > maxLate) oldest!.end();
}

/** Nothing is waited for any more. */
export const deleteLate = (attempt: Attempt) => lateAttempts.delete(attempt);

/** Ends those of one button. */
export function endLate(button: AttemptButton): void {
  for (const [attempt, owner] of lateAttempts) {
    if (owner.button === button) attempt.end();
  }
}
