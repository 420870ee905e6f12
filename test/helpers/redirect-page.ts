import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBroadcastChannel } from './fake-broadcast-channel';

export const markKey = '360dialog-connect';
export const id = '360dialog-connect:1-2-3-4';

/** What the opener left in this window's storage before it opened it. */
export const setMark = (changes: object = {}) =>
  sessionStorage.setItem(
    markKey,
    JSON.stringify({
      id,
      partnerId: 'aAbBcCPA',
      time: Date.now(),
      state: 's',
      own: true,
      ...changes,
    }),
  );

/** A window that opened this one. */
export function fakeOpener() {
  const opener = { postMessage: vi.fn<(data: unknown, target: string) => void>() };
  vi.stubGlobal('opener', opener);
  return opener;
}

/** Listens as the app does that needs no opener link. */
export function listenOnChannel() {
  const channel = new BroadcastChannel(id);
  const heard: unknown[] = [];
  channel.onmessage = ({ data }) => heard.push(data);
  return {
    heard,
    acknowledge: () => channel.postMessage('ack'),
  };
}

/** Gives every test of a file a fresh redirect page that cannot close the test itself. */
export function redirectPage() {
  let close: ReturnType<typeof vi.fn>;
  const { addEventListener } = window;
  let left = new AbortController();
  beforeEach(() => {
    vi.useFakeTimers();
    // Whatever the page listens to ends with it.
    left = new AbortController();
    vi.spyOn(window, 'addEventListener').mockImplementation(
      (type: string, listener: EventListenerOrEventListenerObject) =>
        addEventListener.call(window, type, listener, { signal: left.signal }),
    );
    // jsdom has style sheets of no element, but adopts none.
    Object.defineProperty(document, 'adoptedStyleSheets', {
      value: [],
      writable: true,
      configurable: true,
    });
    fakeBroadcastChannel();
    close = vi.spyOn(window, 'close').mockImplementation(() => {}) as never;
    document.body.innerHTML = '<main>App</main>';
  });
  afterEach(() => {
    left.abort();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    sessionStorage.clear();
    localStorage.clear();
    document.body.replaceChildren();
    Reflect.deleteProperty(document, 'adoptedStyleSheets');
    Reflect.deleteProperty(window, markKey);
    history.replaceState(null, '', '/');
  });
  return {
    get close() {
      return close;
    },
    go: (address: string, state: unknown = null) => history.replaceState(state, '', address),
    /** Whether the visitor sees anything. */
    get isShown() {
      const rules = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
      return !rules.some(({ cssText }) => /display:\s*none/.test(cssText));
    },
    get status() {
      return document.querySelector('[role=status]');
    },
  };
}
