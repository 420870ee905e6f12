import type { OnboardingError } from '../errors';
import { hubUrl } from '../hub-url';
import { failure } from '../outcome';
import { readIoSignature } from '../read-io-signature';
import type { OnboardingOptions } from '../types';
import { type Attempt, type AttemptOwner, createAttempt } from './attempt';
import {
  type AttemptRecord,
  createRecord,
  markWholePage,
  removeMark,
  removeMarkOf,
  writeRecord,
} from './attempt-record';
import { blockedMarkMs, maxTimeoutMs } from './limits';
import { openPopupWindow } from './open-popup-window';

type Options = Omit<OnboardingOptions, 'callback'>;

/**
 * The last signature that the app gave as it is. It starts one onboarding only, whichever button of
 * the page took it.
 */
let spent: unknown;

/**
 * Starts an attempt, in the click itself: nothing is awaited before the window is open. Whatever is
 * wrong with the options shows before that.
 */
export async function startAttempt(options: Options, owner: AttemptOwner): Promise<void> {
  const { fetchIoSignature, display, timeout } = options;
  const given = !fetchIoSignature && options.queryParameters?.io_signature;
  if (given && given === spent) {
    return owner.report(failure('signature_failed', 'use fetchIoSignature'));
  }
  let record: AttemptRecord;
  let address: string;
  try {
    record = createRecord(options);
    address = hubUrl(options, { state: record.state });
  } catch (error) {
    return owner.report({ status: 'failed', error: error as OnboardingError });
  }

  let popup: Window | undefined;
  if (display !== 'redirect') {
    // The popup inherits the mark; this window must not keep it.
    writeRecord(record);
    popup = openPopupWindow(fetchIoSignature ? '' : address);
    removeMark();
    if (!popup && display !== 'auto') {
      // An in-app browser may be taking this very window to the hub: then the mark has to stay.
      markWholePage(record);
      setTimeout(() => removeMarkOf(record), blockedMarkMs);
      return owner.report(failure('popup_blocked'));
    }
  }
  const attempt = createAttempt(owner, record, popup);
  const { signal } = attempt;
  if (timeout! > 0 && timeout! < maxTimeoutMs) {
    const timer = setTimeout(() => attempt.end(failure('timeout')), timeout);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  if (fetchIoSignature) {
    try {
      if (popup) showHoldingPage(popup, options.holdingText);
      attempt.report({ status: 'signing' });
      const answer = await fetchIoSignature({ partnerId: options.partnerId, signal });
      const { state, ...signature } = readIoSignature(answer);
      // A `state` that the server minted goes to the hub in place of the app's.
      if (state) Object.assign(record, { state, own: false, required: true });
      address = hubUrl(options, { ...signature, state: record.state });
    } catch (cause) {
      if (!signal.aborted) attempt.end(failure('signature_failed', undefined, cause));
    }
    if (signal.aborted) return;
    if (popup?.closed) return attempt.end({ status: 'cancelled' });
    popup?.location.replace(address);
  }
  record.asked = true;
  spent = given || spent;
  if (!popup) leaveForHub(record, attempt, address);
  attempt.report({ status: 'open', detached: !popup });
}

/**
 * Runs the code of a click once and to no effect: these options are refused before anything opens.
 * A browser compiles code when it first runs, which made a first click slower than a bare
 * `window.open`.
 */
export function rehearseAttempt(): void {
  const nobody: AttemptOwner = { report: () => {}, late: new Set() };
  startAttempt({ partnerId: '_', onboardingUrl: '_' }, nobody);
}

/** An `about:blank` page under the app's own policies: a strict CSP allows text, but no markup. */
function showHoldingPage({ document }: Window, text = ''): void {
  document.title = document.body.textContent = text || 'Please wait.';
}

/** Takes this very window to the hub. */
function leaveForHub(record: AttemptRecord, attempt: Attempt, address: string): void {
  markWholePage(record);
  // Back from the hub, out of the browser's cache. The mark stays, for the way forward again.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) attempt.retire({ status: 'cancelled' });
    },
    { signal: attempt.signal },
  );
  location.assign(address);
}
