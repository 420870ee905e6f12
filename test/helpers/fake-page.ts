import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBroadcastChannel } from './fake-broadcast-channel';
import { fakeWindowOpen } from './fake-popup';
import { endOnboardings } from './onboarding';

type Page = ReturnType<typeof fakeWindowOpen>;

/** Gives every test of a file a page at `/app` with fake windows and channels, and a clock of its own. */
export function fakePage({ realTime = false } = {}): Page {
  let windows: Page;
  let endTimers = () => {};
  beforeEach(() => {
    if (realTime) endTimers = watchTimers();
    else vi.useFakeTimers();
    windows = fakeWindowOpen();
    // jsdom is hidden, and has a screen of 0 × 0.
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
    vi.stubGlobal('screen', { availWidth: 1920, availHeight: 1080 });
    fakeBroadcastChannel();
    history.replaceState(null, '', '/app');
  });
  afterEach(() => {
    endOnboardings();
    endTimers();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    sessionStorage.clear();
    localStorage.clear();
    history.replaceState(null, '', '/');
  });
  return {
    get open() {
      return windows.open;
    },
    get popups() {
      return windows.popups;
    },
    get popup() {
      return windows.popup;
    },
  };
}

/** An attempt outlives its button, but here its timers may not outlive the page. @returns ends them */
function watchTimers(): () => void {
  const spies = [vi.spyOn(globalThis, 'setInterval'), vi.spyOn(globalThis, 'setTimeout')];
  return () => {
    for (const { mock } of spies) for (const { value } of mock.results) clearTimeout(value);
  };
}

/** The popup shows the hub long enough for its handle to prove good. */
export const showHub = () => vi.advanceTimersByTime(1000);

/** Longer than every timer of the library. */
export const waitForEverything = () => vi.advanceTimersByTime(60_000);

/** Counts the listeners that stay on the window: neither removed nor ended by their signal. */
export function countListeners(): () => number {
  const added = vi.spyOn(window, 'addEventListener');
  const removed = vi.spyOn(window, 'removeEventListener');
  return () => {
    const calls = added.mock.calls.filter(
      ([, , options]) => typeof options !== 'object' || !options.signal?.aborted,
    );
    const left = new Set(calls.map(([type, listener]) => `${type} ${idOf(listener)}`));
    for (const [type, listener] of removed.mock.calls) left.delete(`${type} ${idOf(listener)}`);
    return left.size;
  };
}

const ids = new WeakMap<object, number>();
let lastId = 0;
function idOf(listener: unknown): number {
  const key = listener as object;
  if (!ids.has(key)) ids.set(key, ++lastId);
  return ids.get(key) ?? 0;
}

/** What was stored until now was stored by an earlier document of this window. */
export function startNewDocument(): void {
  const timeOrigin = { value: Date.now() + 1 };
  vi.stubGlobal(
    'performance',
    Object.create(performance, { timeOrigin, now: { value: Date.now } }),
  );
  vi.advanceTimersByTime(1);
}

/** Runs the page's own `visibilitychange`, as before a reload. */
export function setHidden(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}
