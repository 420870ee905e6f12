import { pollMs } from '../core/popup/limits';
import { now } from '../core/popup/now';
import { watchPopup } from '../core/popup/watch-popup';

/** How a window is gone: `cut` may well be open still, and nothing can come from it. */
type Gone = 'closed' | 'cut';

/** Watches Meta's window until it is gone, or until the signal. */
export function watchWindow(popup: Window, signal: AbortSignal, tell: (gone: Gone) => void): void {
  const ending = new AbortController();
  const watch = watchPopup(popup);
  const end = () => {
    clearInterval(poll);
    ending.abort();
  };
  const look = () => {
    const sighting = watch(now(), true);
    if (sighting === 'open' || ending.signal.aborted) return;
    end();
    tell(sighting);
  };
  const poll = setInterval(look, pollMs);
  // The poll of a hidden page is throttled: look at once when the client is back.
  for (const type of ['focus', 'visibilitychange']) {
    addEventListener(type, look, { signal: ending.signal });
  }
  signal.addEventListener('abort', end);
}
