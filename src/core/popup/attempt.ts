import type { Outcome } from '../outcome';
import type { OnboardingStatus } from '../types';
import type { AttemptButton } from './attempt-button';
import { type AttemptRecord, removeMarkOf, writeRecord } from './attempt-record';
import { addLate, deleteLate } from './late-attempts';
import { limitTime } from './limit-time';
import { abandonMs, pollMs } from './limits';
import { listenForResult, type ResultListener } from './listen-for-result';
import { now } from './now';
import { quietly } from './quietly';
import { watchPopup } from './watch-popup';

/**
 * What an attempt reports; `idle` is the store's own. Only a result may follow `cancelled`, and
 * nothing an outcome.
 */
export type Report = {
  /** Whose it is, where that is not the attempt. */
  runId?: string | null;
} & (
  | {
      status: Exclude<OnboardingStatus, 'completed' | 'failed'>;
      detached?: boolean;
      result?: null;
      error?: null;
    }
  | Outcome
);

/** Whose attempt it is: after a reload, a button that fits better may still take it over. */
export type AttemptOwner = { button: AttemptButton };

/** One click, with one outcome. */
export type Attempt = {
  runId: string;
  /** Aborts with the outcome, though a late result may follow. */
  signal: AbortSignal;
  /** Aborts once nothing can follow any more. */
  over: AbortSignal;
  /** Tells how far it is; nothing any more once it has had its outcome. */
  report(report: Report): void;
  /** Brings its window to the front. @returns whether there is still something to wait for */
  focus(): boolean;
  /** Nobody can see any more whether its window is closed, so it does not last for ever. */
  detach(): void;
  /** Has whoever brought a result while nobody listened say it again. */
  ask(): void;
  /** Ends it for good, and closes its window. */
  end(last?: Report): void;
  /** Does not watch its window any more, but still takes a late result. */
  retire(last?: Report): void;
};

/** What an attempt is made of. */
type AttemptParts = {
  owner: AttemptOwner;
  record: AttemptRecord;
  /** Missing where this very window goes to the hub, or an earlier document opened the popup. */
  popup?: Window | undefined;
  abandonAfter?: number | undefined;
};

/**
 * Waits for the result of an attempt, and watches its popup. Where this very window goes to the hub,
 * there is nothing to hear or see. An attempt whose record says that the hub was asked began in an
 * earlier document, and there is no handle of its popup.
 */
export function createAttempt({
  owner,
  record,
  popup,
  abandonAfter = abandonMs,
}: AttemptParts): Attempt {
  const watching = new AbortController();
  const listening = new AbortController();
  const { signal } = watching;
  /** Missing where there is no popup, and once the browser has cut the link to it. */
  let watch = popup && watchPopup(popup);
  let poll: ReturnType<typeof setInterval> | undefined;
  /** Missing where this very window goes to the hub. */
  let listener: ResultListener | undefined;

  const stopWatching = () => {
    watching.abort();
    clearInterval(poll);
    writeRecord(undefined, record.id);
    deleteLate(attempt);
  };
  const attempt: Attempt = {
    runId: record.runId,
    signal,
    over: listening.signal,
    report: (report) => signal.aborted || owner.button.report(report, attempt),
    focus() {
      quietly(() => popup?.focus());
      return !popup?.closed || listener!.retry();
    },
    detach() {
      clearInterval(poll);
      watch = undefined;
      limitTime(abandonAfter, signal, () => attempt.retire({ status: 'cancelled' }));
      attempt.report({ status: 'open', detached: true });
    },
    ask() {
      listener!.say('ask');
    },
    end(last) {
      stopWatching();
      listening.abort();
      removeMarkOf(record);
      quietly(() => popup?.close());
      if (last) owner.button.report(last, attempt);
    },
    retire(last) {
      stopWatching();
      addLate(attempt, owner);
      if (last) owner.button.report(last, attempt);
    },
  };

  const take = (outcome: Outcome) => {
    // An attempt that only waits for a late result has had its outcome.
    if (signal.aborted && outcome.error) return;
    listener!.say('ack');
    attempt.end(outcome);
  };
  const look = () => {
    keepWhileHidden(record);
    listener!.retry();
    if (signal.aborted) return;
    const sighting = watch?.(now(), record.asked);
    if (sighting === 'cut') attempt.detach();
    // Once the hub was asked, a window that seems closed may still bring a result.
    if (sighting === 'closed') attempt[record.asked ? 'retire' : 'end']({ status: 'cancelled' });
  };

  if (!popup && !record.asked) return attempt;
  listener = listenForResult({ record, popup, take, signal: listening.signal });
  lookAtReturn(look, signal);
  if (popup) poll = setInterval(look, pollMs);
  else look();
  return attempt;
}

/**
 * A page that is reloaded or discarded can resume its attempt, once the hub was asked. A visible page
 * keeps no record: a tab that is duplicated or opened from it must not get a copy.
 */
const keepWhileHidden = (record: AttemptRecord) =>
  writeRecord(record.asked && document.hidden && record, record.id);

/** The poll of a hidden page is throttled: look at once when the visitor is back. */
function lookAtReturn(look: () => void, signal: AbortSignal): void {
  for (const type of ['focus', 'pageshow', 'visibilitychange']) {
    addEventListener(type, look, { signal });
  }
}
