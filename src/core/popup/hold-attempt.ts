import { lockMs } from './limits';

/**
 * Holds an attempt for this document, by a Web Lock of its ID: a tab that is duplicated has a copy of
 * the storage, and must not go on with what still runs in the other one.
 *
 * @param act runs once the attempt is held, at once where there are no locks (on plain http); not at
 * all where another document of this browser holds it. @returns aborts once the attempt is over
 */
export function holdAttempt(id: string, act: () => AbortSignal): void {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) {
    act();
    return;
  }
  // The document that a reload ends may let go a moment later.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), lockMs);
  const held = locks.request(id, { signal: patience.signal }, () => {
    clearTimeout(timer);
    const over = act();
    return new Promise<void>((resolve) => {
      // A copy that waits for it now must not take what is over for something to go on with.
      over.addEventListener('abort', () => setTimeout(resolve, lockMs));
    });
  });
  held.catch(() => {}); // Another document holds it.
}
