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

/** The redirect page's message, as this library's own page words it. */
export const handover = (popup: FakePopup, search = popup.redirect()) => ({
  type: '360dialog-connect',
  v: 1,
  id: popup.mark?.id,
  search,
});

/** What the redirect page says without an opener link. */
export function broadcast(popup: FakePopup, search?: string): void {
  const channel = new BroadcastChannel(`360dialog-connect:${popup.mark?.id}`);
  channel.postMessage(handover(popup, search));
  channel.close();
}

/** The same by the `storage` event. */
export function store(popup: FakePopup, search?: string): void {
  const key = `360dialog-connect:${popup.mark?.id}`;
  const newValue = JSON.stringify(handover(popup, search));
  window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
}
