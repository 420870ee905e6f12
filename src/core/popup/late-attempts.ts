import type { Attempt, AttemptOwner } from './attempt';
import { maxLate } from './limits';

/** Those of all stores, oldest first: a page keeps five, however many buttons it has. */
const lateAttempts = new Map<Attempt, AttemptOwner>();

/** The attempt only waits for a late result from now on. */
export function addLate(attempt: Attempt, owner: AttemptOwner): void {
  lateAttempts.set(attempt, owner);
  const [oldest] = lateAttempts.keys();
  if (lateAttempts.size > maxLate) oldest!.end();
}

export const deleteLate = (attempt: Attempt) => lateAttempts.delete(attempt);

/** After a reload, an attempt is not bound to the store that it was given to first. */
const storeBehind = (owner: AttemptOwner) => ('button' in owner ? owner.button : owner);

/** Ends those of one store. */
export function endLate(button: AttemptOwner): void {
  for (const [attempt, owner] of lateAttempts) {
    if (storeBehind(owner) === button) attempt.end();
  }
}
