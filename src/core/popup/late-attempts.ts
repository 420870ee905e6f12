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

/** Ends those of one store. */
export function endLate(owner: AttemptOwner): void {
  for (const [attempt, itsOwner] of lateAttempts) if (itsOwner === owner) attempt.end();
}
