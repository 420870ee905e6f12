import type { FacebookSdk } from './facebook-sdk';

/** What became of the window. */
export type Launch = {
  /** `none`: the SDK asked for none; `unseen`: the page does not let us see. */
  sight: 'open' | 'blocked' | 'none' | 'unseen';
  /** Where it is `open`. */
  popup?: Window;
};

/**
 * Calls `FB.login`. The SDK opens its window synchronously and hands out no handle, so `window.open` is
 * wrapped for this very call: arguments and result go through untouched.
 *
 * @throws what the SDK throws
 */
export function launchLogin(
  sdk: FacebookSdk,
  parameters: object,
  hear: (response: unknown) => void,
): Launch {
  const { open } = window;
  const given: (Window | null)[] = [];
  const watched: typeof open = (...address) => {
    const popup = open.apply(window, address);
    given.push(popup);
    return popup;
  };
  try {
    window.open = watched;
  } catch {
    // Frozen by the page.
  }
  const isWatched = window.open === watched;
  try {
    // A plain function, whatever is called by it: the SDK throws at an async one.
    sdk.login((response) => hear(response), parameters);
  } finally {
    if (isWatched) window.open = open;
  }
  if (!isWatched) return { sight: 'unseen' };
  if (given.length === 0) return { sight: 'none' };
  const popup = given.find(Boolean);
  if (popup) return { sight: 'open', popup };
  // Browsers say `null`; another wrapper may say nothing at all.
  return { sight: given.includes(null) ? 'blocked' : 'unseen' };
}
