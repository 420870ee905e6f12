import { lockMs } from './limits';

/**
 * Holds an attempt for this document, by a Web Lock of its ID: a tab that is duplicated has a copy of
 * the storage, and must not go on with what still runs in the other one.
 *
 * @param act runs once the attempt is held, at once where there are no locks (on plain http); not at
 * all where another document of this browser holds it. @returns aborts when it is to be let go
 */
export function holdAttempt(id: string, act: () => AbortSignal): void {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) {
    act();
    return;
  }
  // The document that a reload ends may let go a moment later.
  const patience = new AbortController();
  setTimeout(() => patience.abort(), lockMs);
  const held = locks.request(id, { signal: patience.signal }, () => {
    const signal = act();
    return new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
  });
  held.catch(() => {}); // Another document holds it.
}
