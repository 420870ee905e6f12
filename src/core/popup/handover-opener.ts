import { openHandoverLines } from './handover-lines';
import { isHandoverMessage } from './handover-message';

type OpenerHandover = {
  /** Tells a redirect page whose window we cannot close that it may close itself. */
  acknowledge(): void;
  /** Asks for a result that came while nobody listened. */
  ask(): void;
  /** Looks again at a result that came while the popup seemed open. */
  retry(): void;
  close(): void;
};

const graceMs = 1500;

/**
 * The opener's half of the handover. A result counts only if
 *
 * - its source is the attempt's own popup on an allowed origin (the legacy form, the bare query,
 *   counts only so), or
 * - it carries the attempt's ID from our own origin, *and* the popup's handle is detached or closed.
 *   A page opened from inside the popup may have inherited the ID; while we can see the popup, it
 *   has to speak for itself.
 *
 * Everything else is ignored without a trace.
 *
 * @param deliver takes the redirect's query; whether there is a result in it is its business
 */
export function listenAsOpener(
  id: string,
  popup: () => Window | null | undefined,
  origins: string[],
  deliver: (search: string) => void,
): OpenerHandover {
  let held: { search: string; until: number } | undefined;

  const retry = () => {
    if (!held || performance.now() > held.until) return;
    if (popup()?.closed ?? true) deliver(held.search);
  };

  const lines = openHandoverLines(id, (data, event) => {
    const fromPopup = !!event?.source && event.source === popup() && origins.includes(event.origin);
    if (fromPopup && typeof data === 'string' && data.startsWith('?')) return deliver(data);
    if (!isHandoverMessage(data) || typeof data.search !== 'string') return;
    if (fromPopup && (data.id ?? id) === id) {
      deliver(data.search);
    } else if (data.id === id && (!event || event.origin === origin)) {
      held = { search: data.search, until: performance.now() + graceMs };
      retry();
    }
  });

  return {
    acknowledge: () => lines.send({ ack: true }),
    ask: () => lines.send({ ask: true }),
    retry,
    close: lines.close,
  };
}
