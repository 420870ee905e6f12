import { type HandoverMessage, handoverName } from './handover-message';
import { listen } from './listen';

export type HandoverLines = {
  /** Says it on the same-origin lines; the other side takes the first that arrives. */
  send(message: Omit<HandoverMessage, 'type' | 'v' | 'id'>): void;
  close(): void;
};

/**
 * Opens the lines between the opener and the redirect page of one attempt: window messages, and two
 * lines that need no opener link, a BroadcastChannel and the `storage` event. A page with
 * Cross-Origin-Opener-Policy cuts the first; WebKit may lose the last under such a policy.
 *
 * @param receive gets the event only for window messages: the other lines are same-origin by nature
 */
export function openHandoverLines(
  id: string | undefined,
  receive: (data: unknown, event?: MessageEvent) => void,
): HandoverLines {
  const name = `${handoverName}:${id}`;
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
  if (channel) channel.onmessage = ({ data }) => receive(data);
  const stopMessages = listen('message', (event) => receive(event.data, event));
  const stopStorage = listen('storage', ({ key, newValue }) => {
    // Only a window of this origin that knows the ID writes this key, so the text is ours.
    if (key === name && newValue) receive(JSON.parse(newValue));
  });

  return {
    send(content) {
      const message: HandoverMessage = { type: handoverName, v: 1, id, ...content };
      channel?.postMessage(message);
      try {
        localStorage.setItem(name, JSON.stringify(message));
        localStorage.removeItem(name);
      } catch {
        // Blocked or full: the other lines remain.
      }
    },
    close() {
      channel?.close();
      stopMessages();
      stopStorage();
    },
  };
}
