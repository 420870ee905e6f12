import { graceMs, pollMs } from './limits';

/**
 * What a look at the popup shows. `closed`: the client has closed it. `cut`: the browser has cut the
 * link to it, so that it seems closed and may well be open.
 */
export type Sighting = 'open' | 'closed' | 'cut';

/** As much of a window as is looked at. */
type WatchedWindow = {
  readonly closed: boolean;
  readonly location: { readonly host: string };
};

/**
 * Tells a popup that was closed from one that was cut off.
 *
 * A page with Cross-Origin-Opener-Policy makes `popup.closed` true while the window is still open.
 * But the handle of a window that really is open on the hub stays unreadable; a severed one never
 * shows that for longer than some 12 ms. Two such readings 250 ms apart prove that the handle is
 * good, and a later `closed` is to be believed.
 *
 * @returns looks at it: `now` in milliseconds of a clock that only goes forward, `isAsked` once the
 * hub was asked
 */
export function watchPopup(popup: WatchedWindow): (now: number, isAsked?: boolean) => Sighting {
  let isGood = false;
  let loadedAt: number | undefined;
  let closedAt: number | undefined;

  return (now, isAsked) => {
    if (!popup.closed) {
      // Once it is proved, it is not read any more: old Safari logs each refused reading.
      if (!isGood && hasLoaded(popup)) {
        loadedAt ??= now;
        isGood = now >= loadedAt + pollMs;
      }
      return 'open';
    }
    // Our own blank page cuts nothing, and nobody can have a result yet.
    if (!isAsked) return 'closed';
    if (!isGood) return 'cut';
    // A popup that closes itself after its result is closed before the message is here.
    closedAt ??= now;
    return now < closedAt + graceMs ? 'open' : 'closed';
  };
}

/** Whether the window shows a page, and not `about:blank` any more. */
function hasLoaded({ location }: WatchedWindow): boolean {
  try {
    return location.host !== '';
  } catch {
    return true; // A page of another site, as the hub.
  }
}
