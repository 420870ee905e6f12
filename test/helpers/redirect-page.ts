import { afterEach, beforeEach, vi } from 'vitest';
import { fakeBroadcastChannel } from './fake-broadcast-channel';
import { receiveMessage } from './messages';

export const markKey = '360dialog-connect';
export const id = '1-2-3-4';
export const acknowledgement = { type: '360dialog-connect', v: 1, id, ack: true };

/** What the opener left in this window's storage before it opened it. */
export const setMark = (changes: object = {}) =>
  sessionStorage.setItem(
    markKey,
    JSON.stringify({
      v: 1,
      id,
      mode: 'popup',
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
  const channel = new BroadcastChannel(`360dialog-connect:${id}`);
  const heard: unknown[] = [];
  channel.onmessage = ({ data }) => heard.push(data);
  return {
    heard,
    acknowledge: () => channel.postMessage(acknowledgement),
  };
}

/** Gives every test of a file a fresh redirect page that cannot close the test itself. */
export function redirectPage() {
  let close: ReturnType<typeof vi.fn>;
  beforeEach(() => {
    vi.useFakeTimers();
    fakeBroadcastChannel();
    close = vi.spyOn(window, 'close').mockImplementation(() => {}) as never;
    document.body.innerHTML = '<main>App</main>';
  });
  afterEach(() => {
    // Whatever still waits for an answer gets it, so that it does not hear the next test's.
    for (const answered of [id, undefined]) receiveMessage({ ...acknowledgement, id: answered });
    vi.useRealTimers();
    vi.unstubAllGlobals();
    sessionStorage.clear();
    localStorage.clear();
    document.body.replaceChildren();
    history.replaceState(null, '', '/');
  });
  return {
    get close() {
      return close;
    },
    go: (address: string, state: unknown = null) => history.replaceState(state, '', address),
    get status() {
      return document.querySelector('[role=status]');
    },
  };
}
