import type { OnboardingError } from '../errors';
import { readIoSignature } from '../io-signature';
import { readRedirect } from '../onboarding-redirect';
import { hubUrl } from '../onboarding-url';
import { failure, type Outcome } from '../outcome';
import type { IoSignature, OnboardingOptions } from '../types';
import { type AttemptRecord, createRecord, readRecord, writeRecord } from './attempt-record';
import { blockedMarkMs, graceMs, maxLate, maxTimeoutMs, pollMs } from './limits';
import { openLines } from './open-lines';
import { openPopupWindow } from './open-popup-window';

/** What an attempt reports. Only a result may follow `cancelled`, and nothing an outcome. */
export type Report =
  | { status: 'signing' | 'open' | 'cancelled'; detached?: boolean; result?: null; error?: null }
  | Outcome;

export type Reporter = (attempt: Attempt, report: Report) => void;

/** One click, with one outcome. */
export type Attempt = {
  /** Tells whose it is. */
  report: Reporter;
  /** Brings its window to the front. @returns whether there is still something to wait for */
  focus(): boolean;
  /**
   * Ends it and closes its window.
   *
   * @param isLate only stops watching the window, and still takes a late result
   */
  end(report?: Report, isLate?: boolean): void;
};

/** The attempts of this page that only wait for a late result, oldest first. */
export const late = new Set<Attempt>();

/** The last signature that the app gave as it is. It starts one onboarding only. */
let spent: unknown;

/**
 * Starts an attempt, in the click itself: nothing is awaited before the window is open. Whatever is
 * wrong with the options shows before that.
 *
 * @param resumed an attempt that an earlier document of this window began
 */
export async function startAttempt(
  options: Omit<OnboardingOptions, 'callback'>,
  report: Reporter,
  resumed?: AttemptRecord,
): Promise<void> {
  const { fetchIoSignature, display } = options;
  const given = !fetchIoSignature && options.queryParameters?.io_signature;
  const record = resumed ?? createRecord(options);
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
    if (readRecord()?.id === record.id) writeRecord();
  };
  /** This very window goes to the hub, so on its return only `state` binds the result. */
  const leaveMark = () => writeRecord({ ...record, required: true });
  const end: Attempt['end'] = (outcome, isLate) => {
    watching.abort();
    clearInterval(poll);
    clearTimeout(timer);
    writeRecord(undefined, record.id);
    late.delete(attempt);
    if (isLate) {
      const [oldest] = late.add(attempt);
      if (late.size > maxLate) oldest!.end();
    } else {
      listening.abort();
      removeMark();
      popup?.close();
    }
    if (outcome) report(attempt, outcome);
  };
  const attempt: Attempt = {
    report,
    focus() {
      popup?.focus();
      return !(popup?.closed && !retry);
    },
    end,
  };
  const show = (status: 'signing' | 'open', detached = false) =>
    report(attempt, { status, detached });

  const read = (said: unknown) => typeof said === 'string' && readRedirect(said, record);
  /**
   * Takes what the popup itself said on an allowed origin, or what came on the lines, which only
   * windows of this origin that know the ID can open. Everything else is ignored without a trace.
   */
  const hear = (said: unknown) => {
    // Before the hub was asked, nobody can have a result; nor is the server's state known yet.
    const outcome = isAsked && read(said);
    // An attempt that only waits for a late result has had its outcome.
    if (!outcome || (signal.aborted && outcome.error)) return;
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
    // A page that is reloaded or discarded can resume its attempt, once the hub was asked. A visible
    // page keeps no record: a tab that is duplicated or opened from it must not get a copy.
    writeRecord(isAsked && document.hidden && record, record.id);
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
      isGood = now >= loadedAt + pollMs;
    } else if (isGood || !isAsked) {
      // A popup that closes itself after its result is closed before the message is here.
      closedAt ??= now;
      // Once the hub was asked, a window that seems closed may still bring a result.
      if (!isAsked || now >= closedAt + graceMs) end({ status: 'cancelled' }, isAsked);
    } else {
      clearInterval(poll);
      poll = undefined;
      show('open', true);
    }
  };
  /** Waits for the result on every way, and watches the popup. */
  const listen = () => {
    say = openLines(
      record.id,
      (text) => {
        // Anything else, as the `storage` event of a removal, must not replace what is held.
        if (!read(text)) return;
        // A page opened from inside the popup may have inherited the ID. While we can see the
        // popup, it has to speak for itself.
        const heardAt = performance.now();
        retry = () => {
          if (performance.now() < heardAt + graceMs && (!popup || popup.closed)) hear(text);
        };
        retry();
      },
      listening.signal,
    );
    addEventListener(
      'message',
      ({ data, origin, source }) => source === popup && origins.includes(origin) && hear(data),
      { signal: listening.signal },
    );
    // The poll of a hidden page is throttled: look at once when the visitor is back.
    for (const type of ['focus', 'pageshow', 'visibilitychange']) {
      addEventListener(type, look, { signal });
    }
    poll = popup && setInterval(look, pollMs);
  };
  const addressHub = (ioSignature?: IoSignature) =>
    hubUrl(options, origins, { ...ioSignature, state: record.state });

  try {
    if (resumed) {
      listen();
      look();
      show('open', true);
      return say!('ask');
    }
    if (given && given === spent) {
      return report(attempt, failure('signature_failed', 'use fetchIoSignature'));
    }
    url = addressHub();
    if (display !== 'redirect') {
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
    if (popup) listen();
    if (options.timeout! > 0 && options.timeout! < maxTimeoutMs) {
      timer = setTimeout(() => end(failure('timeout')), options.timeout);
    }
    if (fetchIoSignature) {
      // An `about:blank` page under the app's own policies: a strict CSP allows text, but no markup.
      if (popup) {
        popup.document.title = popup.document.body.textContent =
          options.holdingText || 'Please wait.';
      }
      show('signing');
      const ioSignature = readIoSignature(
        await fetchIoSignature({ partnerId: options.partnerId, signal }),
      );
      const { state } = ioSignature;
      if (state) Object.assign(record, { state, own: false, required: true });
      url = addressHub(ioSignature);
      if (signal.aborted) return;
      if (popup?.closed) return end({ status: 'cancelled' });
      popup?.location.replace(url);
    }
    isAsked = true;
    spent = given || spent;
    if (!popup) {
      leaveMark();
      // Back from the hub, out of the browser's cache. The mark stays, for the way forward again.
      addEventListener(
        'pageshow',
        ({ persisted }) => persisted && end({ status: 'cancelled' }, true),
        { signal },
      );
      location.assign(url!);
    }
    show('open', !popup);
  } catch (cause) {
    if (signal.aborted) return;
    const invalid: Outcome = { status: 'failed', error: cause as OnboardingError };
    end(url ? failure('signature_failed', undefined, cause) : invalid);
  }
}
