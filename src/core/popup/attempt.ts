import { failure, type Outcome, readBoundResult } from '../bound-result';
import { OnboardingError } from '../errors';
import { readIoSignature } from '../io-signature';
import { buildOnboardingUrl } from '../onboarding-url';
import { trustedAddress } from '../trusted-address';
import type { FetchIoSignature, IoSignature, OnboardingOptions } from '../types';
import {
  type AttemptRecord,
  keepWhileHidden,
  readRecord,
  removeRecord,
  saveRecord,
} from './attempt-record';
import { listenAsOpener } from './handover-opener';
import { listen } from './listen';
import { watchPopup } from './popup-watch';
import { openPopupWindow, showHoldingPage } from './popup-window';

/** What an attempt reports. The last three end it; only a result may still follow `cancelled`. */
export type AttemptReport =
  | { status: 'signing' }
  | { status: 'open'; detached?: boolean }
  | { status: 'cancelled' }
  | Outcome;

/** One click, with one outcome. */
export type Attempt = {
  focus(): void;
  /** Stops watching the window, but still takes a late result. */
  retire(): void;
  /** Ends it for good and closes its window. */
  end(): void;
};

const blockedMarkMs = 1000;
const maxTimeoutMs = 2 ** 31 - 1;
const maxRetired = 5;

/** Attempts of this page that only wait for a late result, oldest first. */
const retired = new Set<Attempt>();

/** 128 random bits. `crypto.randomUUID` is missing on plain-http development hosts. */
const randomId = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

/**
 * Starts an attempt, in the click itself: nothing is awaited before the window is open.
 *
 * @param alive the attempts that can still bring a result: it adds and removes itself
 * @param resumed an attempt that an earlier document of this window began
 * @throws OnboardingError `invalid_options`, `popup_blocked`
 */
export function startAttempt(
  options: OnboardingOptions,
  report: (report: AttemptReport) => void,
  alive: Set<Attempt>,
  resumed?: AttemptRecord,
): Attempt {
  const { partnerId, queryParameters, fetchIoSignature, display, timeout } = options;
  const callersState = queryParameters?.state;
  const record: AttemptRecord = resumed ?? {
    v: 1,
    id: randomId(),
    mode: 'popup',
    partnerId,
    time: Date.now(),
    state: callersState ? String(callersState) : randomId(),
    own: !callersState,
  };
  const hubUrl = (ioSignature?: IoSignature) =>
    buildOnboardingUrl({
      ...options,
      queryParameters: { ...queryParameters, ...ioSignature, state: record.state },
    });

  // Whatever is wrong with the options shows here, before a window opens.
  const url = resumed ? '' : hubUrl();
  const origins = resumed ? [origin] : allowedOrigins(options);

  let popup: Window | null = null;
  let isNavigated = false;
  /** This very window is on its way to the hub. */
  let hasLeft = false;
  const aborter = new AbortController();
  const disposers = [() => aborter.abort()];
  const stopWatching = () => {
    for (const dispose of disposers.splice(0)) dispose();
  };
  const attempt: Attempt = {
    focus: () => popup?.focus(),
    retire() {
      stopWatching();
      retired.add(attempt);
      if (retired.size > maxRetired) [...retired][0]?.end();
    },
    end() {
      stopWatching();
      handover.close();
      alive.delete(attempt);
      retired.delete(attempt);
      if (hasLeft) removeRecord();
      popup?.close();
    },
  };
  const finish = (outcome: AttemptReport) => {
    attempt.end();
    report(outcome);
  };
  const cancel = () => {
    // Once the hub was asked, a window that seems closed may still bring a result.
    if (isNavigated) attempt.retire();
    else attempt.end();
    report({ status: 'cancelled' });
  };

  const handover = listenAsOpener(
    record.id,
    () => popup,
    origins,
    (search) => {
      // Before the hub was asked, nobody can have a result; nor is the server's state known yet.
      if (!isNavigated && !resumed) return;
      const outcome = readBoundResult(search, record);
      // An attempt that only waits for a late result has had its outcome.
      if (!outcome || (outcome.status === 'failed' && retired.has(attempt))) return;
      handover.acknowledge();
      finish(outcome);
    },
  );

  const goToHub = (address: string) => {
    isNavigated = true;
    if (popup) {
      // Without a signature the popup was opened right there.
      if (fetchIoSignature) popup.location.replace(address);
      report({ status: 'open' });
    } else {
      handover.close();
      hasLeft = true;
      saveRecord({ ...record, mode: 'redirect' });
      // Back from the hub, out of the browser's cache. The mark stays, for the way forward again.
      disposers.push(listen('pageshow', ({ persisted }) => persisted && cancel()));
      location.assign(address);
      report({ status: 'open', detached: true });
    }
  };
  const sign = async (fetchSignature: FetchIoSignature) => {
    const { signal } = aborter;
    report({ status: 'signing' });
    if (popup) showHoldingPage(popup, options.holdingText);
    try {
      const ioSignature = readIoSignature(await fetchSignature({ partnerId, signal }));
      if (signal.aborted) return;
      if (ioSignature.state) {
        Object.assign(record, { state: ioSignature.state, own: false, minted: true });
      }
      if (popup?.closed) cancel();
      else goToHub(hubUrl(ioSignature));
    } catch (cause) {
      if (signal.aborted) return;
      finish(failure('signature_failed', noSignature, cause));
    }
  };

  alive.add(attempt);
  if (display !== 'redirect' && !resumed) {
    // The popup inherits the mark; this window must not keep it.
    saveRecord(record);
    popup = openPopupWindow(fetchIoSignature ? '' : url);
    removeRecord();
    if (!popup && display !== 'auto') {
      attempt.end();
      // An in-app browser may be taking this very window to the hub: then the mark has to stay.
      saveRecord({ ...record, mode: 'redirect' });
      setTimeout(() => readRecord()?.id === record.id && removeRecord(), blockedMarkMs);
      throw new OnboardingError('popup_blocked', blocked);
    }
  }
  if (popup) {
    const closed = cancel;
    const detached = () => report({ status: 'open', detached: true });
    disposers.push(
      watchPopup(popup, () => isNavigated, { look: handover.retry, closed, detached }),
    );
  }
  if (popup || resumed) disposers.push(keepWhileHidden(record));
  if (timeout && timeout <= maxTimeoutMs) {
    const timer = setTimeout(() => finish(failure('timeout', tooLate)), timeout);
    disposers.push(() => clearTimeout(timer));
  }
  if (resumed) {
    report({ status: 'open', detached: true });
    handover.ask();
  } else if (fetchIoSignature) sign(fetchIoSignature);
  else goToHub(url);

  return attempt;
}

const blocked = "The browser opened no popup. Open it in a click, or set display to 'auto'.";
const noSignature = 'fetchIoSignature gave no IO Signature, so the hub was not asked. See cause.';
const tooLate = 'The client did not finish within the timeout.';

function allowedOrigins({ redirectOrigins = [], queryParameters }: OnboardingOptions): string[] {
  const origins = [origin];
  for (const each of redirectOrigins) origins.push(trustedAddress(each, 'redirectOrigins').origin);
  const redirectUrl = queryParameters?.redirect_url;
  if (redirectUrl && new URL(redirectUrl).origin !== origin) {
    origins.push(trustedAddress(redirectUrl, 'redirect_url').origin);
  }
  return origins;
}
