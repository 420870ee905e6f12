import { failure, type Outcome, readBoundResult } from '../bound-result';
import type { OnboardingError } from '../errors';
import { readIoSignature } from '../io-signature';
import { hubUrl } from '../onboarding-url';
import type { IoSignature, OnboardingOptions } from '../types';
import { type AttemptRecord, createRecord, readRecord, writeRecord } from './attempt-record';
import { openLines } from './handover-lines';
import { blockedMarkMs, graceMs, maxLate, pollMs, timerMs } from './limits';
import { openPopupWindow } from './popup-window';

/** What an attempt reports. The last three end it; only a result may still follow `cancelled`. */
export type Report =
  | { status: 'signing' }
  | { status: 'open'; detached?: boolean }
  | { status: 'cancelled' }
  | Outcome;

export type Reporter = (attempt: Attempt, report: Report) => void;

/** One click, with one outcome. */
export type Attempt = {
  focus(): void;
  /**
   * Ends it and closes its window.
   *
   * @param isLate only stops watching the window, and still takes a late result
   */
  end(report?: Report, isLate?: boolean): void;
};

/** The attempts of this page that only wait for a late result, oldest first, and whose they are. */
export const late = new Map<Attempt, Reporter>();

/**
 * Starts an attempt, in the click itself: nothing is awaited before the window is open. Whatever is
 * wrong with the options shows before that.
 *
 * @param resumed an attempt that an earlier document of this window began
 */
export async function startAttempt(
  options: OnboardingOptions,
  report: Reporter,
  resumed?: AttemptRecord,
): Promise<void> {
  const { partnerId, queryParameters, fetchIoSignature, display, timeout } = options;
  const record = resumed ?? createRecord(options);
  const { id } = record;
  const watching = new AbortController();
  const listening = new AbortController();
  const { signal } = watching;
  const origins = [origin];
  let url: string | undefined;
  let isAsked = !!resumed;
  let popup: Window | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let say: (text: string) => void;
  /** Looks again at what came on the lines while the popup seemed open. */
  let retry: (() => void) | undefined;
  let loadedAt: number | undefined;
  let closedAt: number | undefined;
  let isGood = false;

  const removeMark = () => {
    if (readRecord()?.id === id) writeRecord();
  };
  /** This very window goes to the hub, so on its return only `state` binds the result. */
  const leaveMark = () => writeRecord({ ...record, mode: 'redirect', required: true });
  const attempt: Attempt = {
    focus: () => popup?.focus(),
    end(outcome, isLate) {
      watching.abort();
      clearInterval(poll);
      clearTimeout(timer);
      writeRecord(undefined, id);
      late.delete(attempt);
      if (isLate) {
        late.set(attempt, report);
        const [oldest] = late.keys();
        if (late.size > maxLate) oldest!.end();
      } else {
        listening.abort();
        removeMark();
        popup?.close();
      }
      if (outcome) report(attempt, outcome);
    },
  };
  const { end } = attempt;
  const open = (detached = false) => report(attempt, { status: 'open', detached });
  // Once the hub was asked, a window that seems closed may still bring a result.
  const cancel = () => end({ status: 'cancelled' }, isAsked);

  /**
   * Takes what the popup itself said on an allowed origin, or what came on the lines, which only
   * windows of this origin that know the ID can open. Everything else is ignored without a trace.
   */
  const hear = (search: unknown) => {
    // Before the hub was asked, nobody can have a result; nor is the server's state known yet.
    if (!isAsked || typeof search !== 'string') return;
    const outcome = readBoundResult(search, record);
    // An attempt that only waits for a late result has had its outcome.
    if (!outcome || (signal.aborted && outcome.status === 'failed')) return;
    say('ack');
    end(outcome);
  };
  /**
   * Looks at the popup, and tells a closed one from a detached one.
   *
   * A page with Cross-Origin-Opener-Policy makes `popup.closed` true while the window is still open.
   * But the handle of a window that really is open on the hub stays unreadable; a severed one never
   * shows that for longer than some 12 ms. Two such readings 250 ms apart prove that the handle is
   * good, and a later `closed` is to be believed.
   */
  const look = () => {
    // A page that is reloaded or discarded can resume its attempt. A visible page keeps no record:
    // a tab that is duplicated or opened from it must not get a copy.
    writeRecord(document.hidden && record, id);
    retry?.();
    if (!popup || !poll || signal.aborted) return;
    const now = performance.now();
    if (!popup.closed) {
      if (isGood) return;
      try {
        if (!popup.location.host) return; // about:blank
      } catch {
        // A page of another site, as the hub.
      }
      loadedAt ??= now;
      isGood = now - loadedAt >= pollMs;
    } else if (isGood || !isAsked) {
      // A popup that closes itself after its result is closed before the message is here.
      closedAt ??= now;
      if (!isAsked || now - closedAt >= graceMs) cancel();
    } else {
      clearInterval(poll);
      poll = undefined;
      open(true);
    }
  };
  const addressHub = (ioSignature?: IoSignature) =>
    hubUrl(
      { ...options, queryParameters: { ...queryParameters, ...ioSignature, state: record.state } },
      origins,
    );

  try {
    if (!resumed) url = addressHub();
    if (url && display !== 'redirect') {
      // The popup inherits the mark; this window must not keep it.
      writeRecord(record);
      popup = openPopupWindow(fetchIoSignature ? '' : url);
      writeRecord();
      if (!popup && display !== 'auto') {
        // An in-app browser may be taking this very window to the hub: then the mark has to stay.
        leaveMark();
        setTimeout(removeMark, blockedMarkMs);
        return report(attempt, failure('popup_blocked'));
      }
    }
    if (popup || resumed) {
      say = openLines(
        id,
        (text) => {
          // A page opened from inside the popup may have inherited the ID. While we can see the
          // popup, it has to speak for itself.
          const until = performance.now() + graceMs;
          retry = () => {
            if (performance.now() < until && popup?.closed !== false) hear(text);
          };
          retry();
        },
        listening.signal,
      );
      // The poll of a hidden page is throttled: look at once when the visitor is back.
      for (const type of ['focus', 'pageshow', 'visibilitychange']) {
        addEventListener(type, look, { signal });
      }
    }
    if (resumed) {
      look();
      open(true);
      return say!('ask');
    }
    if (popup) {
      addEventListener(
        'message',
        ({ data, origin, source }) => source === popup && origins.includes(origin) && hear(data),
        { signal: listening.signal },
      );
      poll = setInterval(look, pollMs);
    }
    if (timeout! > 0 && timeout! <= timerMs) {
      timer = setTimeout(() => end(failure('timeout')), timeout);
    }
    if (fetchIoSignature) {
      // An `about:blank` page under the app's own policies: a strict CSP allows text, but no markup.
      if (popup) {
        const { document } = popup;
        document.title = document.body.textContent = options.holdingText || 'Please wait.';
      }
      report(attempt, { status: 'signing' });
      const ioSignature = readIoSignature(await fetchIoSignature({ partnerId, signal }));
      const { state } = ioSignature;
      if (state) Object.assign(record, { state, own: false, required: true });
      url = addressHub(ioSignature);
      if (signal.aborted) return;
      if (popup?.closed) return cancel();
      popup?.location.replace(url);
    }
    isAsked = true;
    if (!popup) {
      leaveMark();
      // Back from the hub, out of the browser's cache. The mark stays, for the way forward again.
      addEventListener('pageshow', ({ persisted }) => persisted && cancel(), { signal });
      location.assign(url!);
    }
    open(!popup);
  } catch (cause) {
    if (signal.aborted) return;
    end(
      url
        ? failure('signature_failed', undefined, cause)
        : { status: 'failed', error: cause as OnboardingError },
    );
  }
}
