import { listen } from './listen';

const pollMs = 260;
const goodAfterMs = 250;
const graceMs = 1500;

/**
 * Watches a popup and tells a closed one from a detached one.
 *
 * A page with Cross-Origin-Opener-Policy makes `popup.closed` true while the window is still open.
 * But the handle of a window that really is open on the hub stays unreadable; a severed one never
 * shows that for longer than some 12 ms. Two such readings 250 ms apart prove that the handle is
 * good, and a later `closed` is to be believed.
 *
 * @param isNavigated whether the popup was already sent to the hub
 * @param on.look runs at every look, before anything is concluded from it
 * @returns stops watching
 */
export function watchPopup(
  popup: Window,
  isNavigated: () => boolean,
  on: { look(): void; closed(): void; detached(): void },
): () => void {
  let firstLoadedAt: number | undefined;
  let isGood = false;
  let grace: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const look = () => {
    on.look();
    if (grace || isStopped) return;
    if (!popup.closed) {
      if (isGood || !isLoaded(popup)) return;
      firstLoadedAt ??= performance.now();
      isGood = performance.now() - firstLoadedAt >= goodAfterMs;
    } else if (!isNavigated()) {
      on.closed();
    } else if (isGood) {
      // A popup that closes itself after its result is closed before the message is here.
      grace = setTimeout(on.closed, graceMs);
    } else {
      stop();
      on.detached();
    }
  };
  const poll = setInterval(look, pollMs);
  // The poll of a hidden page is throttled: look at once when the visitor is back.
  const listeners = (['focus', 'pageshow', 'visibilitychange'] as const).map((type) =>
    listen(type, look),
  );
  const stop = () => {
    isStopped = true;
    clearInterval(poll);
    clearTimeout(grace);
    for (const stopListening of listeners) stopListening();
  };
  return stop;
}

/** Has left `about:blank`: for a page of another site, or for a readable one of this site. */
function isLoaded(popup: Window): boolean {
  try {
    return popup.location.href !== 'about:blank';
  } catch {
    return true;
  }
}
