import type { FakePopup } from './fake-popup';

/** Dispatches what `source.opener.postMessage(data)` brings to this window. */
export function receiveMessage(
  data: unknown,
  from: { source?: unknown; origin?: string } = {},
): void {
  const { source = null, origin = location.origin } = from;
  window.dispatchEvent(
    new MessageEvent('message', { data, origin, source: source as MessageEventSource | null }),
  );
}

/** The attempt's ID is the name of its channel, and of its key where there are no channels. */
export const nameOfLines = (popup: FakePopup) => popup.mark?.id ?? '';

/** What the redirect page says without an opener link. */
export function broadcast(popup: FakePopup, search = popup.redirect()): void {
  const channel = new BroadcastChannel(nameOfLines(popup));
  channel.postMessage(search);
  channel.close();
}

/** The same by the `storage` event. */
export function store(popup: FakePopup, newValue = popup.redirect()): void {
  const key = nameOfLines(popup);
  window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
}
