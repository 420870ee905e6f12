import type { Attempt, AttemptOwner } from './attempt';
import { maxLate } from './limits';

/** Those of all stores, oldest first: a page keeps five, however many buttons it has. */
const ofThisPage = new Set<Attempt>();

/** The attempt only waits for a late result from now on. */
export function addLate({ late }: AttemptOwner, attempt: Attempt): void {
  late.add(attempt);
  const [oldest] = ofThisPage.add(attempt);
  if (ofThisPage.size > maxLate) oldest!.end();
}

export function deleteLate({ late }: AttemptOwner, attempt: Attempt): void {
  late.delete(attempt);
  ofThisPage.delete(attempt);
}
