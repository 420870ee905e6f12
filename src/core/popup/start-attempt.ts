import { OnboardingError } from '../errors';
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

const givenSignature = ({ fetchIoSignature, queryParameters }: Options) =>
  !fetchIoSignature && queryParameters?.io_signature;

/**
 * Starts an attempt, in the click itself: nothing is awaited before the window is open. Whatever is
 * wrong with the options shows before that.
 */
export async function startAttempt(options: Options, owner: AttemptOwner): Promise<void> {
  const { fetchIoSignature, display } = options;
  let record: AttemptRecord;
  let address: string | undefined;
  try {
    record = planAttempt(options);
    address = hubUrl(options, { state: record.state });
  } catch (error) {
    return owner.report({ status: 'failed', error: error as OnboardingError });
  }

  const popup =
    display === 'redirect' ? undefined : openMarked(record, fetchIoSignature ? '' : address);
  if (!popup && display !== 'redirect' && display !== 'auto') {
    // An in-app browser may be taking this very window to the hub: then the mark has to stay.
    markWholePage(record);
    setTimeout(() => removeMarkOf(record), blockedMarkMs);
    return owner.report(failure('popup_blocked'));
  }
  const attempt = createAttempt(owner, record, popup);
  limitTime(attempt, options.timeout);

  if (fetchIoSignature) address = await signedAddress(options, record, attempt, popup);
  if (attempt.signal.aborted || !address) return;
  if (popup?.closed) return attempt.end({ status: 'cancelled' });
  record.asked = true;
  spent = givenSignature(options) || spent;
  if (!popup) leaveForHub(record, attempt, address);
  else if (fetchIoSignature) popup.location.replace(address);
  attempt.report({ status: 'open', detached: !popup });
}

/** @throws OnboardingError */
function planAttempt(options: Options): AttemptRecord {
  const given = givenSignature(options);
  if (given && given === spent) {
    throw new OnboardingError('signature_failed', 'use fetchIoSignature');
  }
  return createRecord(options);
}

/** The popup inherits the mark; this window must not keep it. */
function openMarked(record: AttemptRecord, address: string): Window | undefined {
  writeRecord(record);
  const popup = openPopupWindow(address);
  removeMark();
  return popup;
}

function limitTime(attempt: Attempt, timeout = 0): void {
  if (!(timeout > 0 && timeout < maxTimeoutMs)) return;
  const timer = setTimeout(() => attempt.end(failure('timeout')), timeout);
  attempt.signal.addEventListener('abort', () => clearTimeout(timer));
}

/** The hub's address with a signature in it; none where the attempt has ended meanwhile. */
async function signedAddress(
  options: Options,
  record: AttemptRecord,
  attempt: Attempt,
  popup: Window | undefined,
): Promise<string | undefined> {
  const { signal } = attempt;
  try {
    if (popup) showHoldingPage(popup, options.holdingText);
    attempt.report({ status: 'signing' });
    const answer = await options.fetchIoSignature!({ partnerId: options.partnerId, signal });
    const { state, ...signature } = readIoSignature(answer);
    // A `state` that the server minted goes to the hub in place of the app's.
    if (state) Object.assign(record, { state, own: false, required: true });
    return hubUrl(options, { ...signature, state: record.state });
  } catch (cause) {
    if (!signal.aborted) attempt.end(failure('signature_failed', undefined, cause));
  }
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
