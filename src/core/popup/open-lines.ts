import { hintStored } from './hints';
import { quietly } from './quietly';

/**
 * Opens the lines between the two windows of an attempt that need no opener link, which a page with
 * Cross-Origin-Opener-Policy cuts: a BroadcastChannel and, as the last way (WebKit may lose it under
 * such a policy), the `storage` event. Only a window of this origin that knows the ID is on them.
 *
 * The redirect page says the query that the hub sent it; the opener `'ack'`, "I took it, you can
 * close", or `'ask'`, "I listen since now; whoever has a result, say it again".
 *
 * @param signal closes them; the redirect page's stay open
 * @returns says something
 */
export function openLines(
  name: string,
  hear: (text: unknown) => void,
  signal?: AbortSignal,
): (text: string) => void {
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => hear(data);
  } catch {
    // Missing, or refused, as in Firefox without cookies: `event.source` still binds the result.
  }
  signal?.addEventListener('abort', () => quietly(() => channel?.close()));
  const hearStored = (event: StorageEvent) => {
    hintStored(event, signal);
    if (event.key === name) hear(event.newValue);
  };
  addEventListener('storage', hearStored, { signal: signal! });

  return (text) => {
    quietly(() => channel?.postMessage(text));
    // Blocked or full: the channel remains.
    quietly(() => {
      localStorage.setItem(name, text);
      localStorage.removeItem(name);
    });
  };
}
