import type { Outcome } from '../outcome';
import { readRedirect } from '../read-redirect';
import { type AttemptRecord, handoverName } from './attempt-record';
import { hintUnreadable } from './hints';
import { graceMs } from './limits';
import { now } from './now';
import { openLines } from './open-lines';

/** The opener's half of the handover. */
export type ResultListener = {
  /** Says `ack`, "I took it, you can close", or `ask`, "whoever has a result, say it again". */
  say(text: 'ack' | 'ask'): void;
  /** Looks again whether what is held back counts by now. @returns whether anything ever was */
  retry(): boolean;
};

/** How the opener listens for the result of an attempt. */
type ListenOptions = {
  /** Names the lines, and binds the result. */
  record: AttemptRecord;
  /** The attempt's popup, where this document has its handle. */
  popup: Window | undefined;
  take(outcome: Outcome): void;
  /** Ends it. */
  signal: AbortSignal;
};

/**
 * Hears what the popup itself says on an allowed origin, and what comes on the lines, which only
 * windows of this origin that know the ID can open. Everything else is ignored without a trace.
 */
export function listenForResult(options: ListenOptions): ResultListener {
  const { record, popup, take, signal } = options;
  let held: unknown;
  let heldUntil = 0;

  const read = (said: unknown) => typeof said === 'string' && readRedirect(said, record);
  const hear = (said: unknown) => {
    // Before the hub was asked, nobody can have a result; nor is the server's state known yet.
    const outcome = record.asked && read(said);
    if (outcome) take(outcome);
  };
  const retry = () => {
    // A page opened from inside the popup may have inherited the ID. While we can see the popup, it
    // has to speak for itself.
    const isBound = !popup || popup.closed || shows(popup, held);
    if (now() < heldUntil && isBound) hear(held);
    return heldUntil > 0;
  };
  const hold = (said: unknown) => {
    // Anything else, as the `storage` event of a removal, must not replace what is held.
    if (!read(said)) return;
    held = said;
    heldUntil = now() + graceMs;
    retry();
  };
  addEventListener(
    'message',
    ({ data, origin, source }) => {
      if (!record.origins.split(' ').includes(origin)) return;
      if (source === popup) {
        hear(data);
        hintUnreadable(data);
      } else if (!popup) hearUnseen(data);
    },
    { signal },
  );
  /**
   * This document was loaded meanwhile and cannot tell the popup's window from others. A `state` that
   * nobody can guess binds the result; without it, nothing happens.
   */
  const hearUnseen = (said: unknown) => {
    if (!record.own || typeof said !== 'string') return;
    const outcome = readRedirect(said, { ...record, required: true });
    if (outcome?.result) take(outcome);
  };
  return { say: openLines(record.id, hold, signal), retry };
}

/**
 * Whether the popup is back on our own origin with this result. An earlier listener of the page can
 * keep every message from us, but nobody else can put it there.
 */
function shows(popup: Window, said: unknown): boolean {
  try {
    return (popup as Window & { [handoverName]?: unknown })[handoverName] === said;
  } catch {
    return false; // A page of another site, as the hub.
  }
}
