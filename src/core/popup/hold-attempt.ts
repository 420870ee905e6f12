import { lockMs } from './limits';

/**
 * Holds an attempt for this document, by a Web Lock of its ID: a tab that is duplicated has a copy of
 * the storage, and must not go on with what still runs in the other one.
 *
 * @param act runs once the attempt is held, at once where there are no locks (on plain http) or the
 * browser refuses them (without cookies). @returns aborts once the attempt is over
 * @param onRefused another document of this browser holds it
 */
export function holdAttempt(id: string, act: () => AbortSignal, onRefused = () => {}): void {
  // The document that a reload ends may let go a moment later.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), lockMs);
  const withoutLock = () => {
    clearTimeout(timer);
    act();
  };
  let granted = false;
  const onGranted = () => {
    granted = true;
    clearTimeout(timer);
    const over = act();
    return new Promise<void>((resolve) => {
      // A copy that waits for it now must not take what is over for something to go on with.
      const letGo = () => setTimeout(resolve, lockMs);
      if (over.aborted) letGo();
      else over.addEventListener('abort', letGo);
    });
  };
  try {
    navigator.locks.request(id, { signal: patience.signal }, onGranted).catch(() => {
      if (patience.signal.aborted) onRefused();
      else if (!granted) withoutLock();
    });
  } catch {
    withoutLock();
  }
}
