import { isOnboardingError, OnboardingError } from '../errors';
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
import { holdAttempt } from './hold-attempt';
import { limitTime } from './limit-time';
import { blockedMarkMs } from './limits';
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
  const { fetchIoSignature, display, timeout, abandonAfter } = options;
  const plan = planAttempt(options, owner);
  if (!plan) return;
  const { record } = plan;
  let address: string | undefined = plan.address;

  const mayLeave = display === 'redirect' || display === 'auto';
  const popup =
    display === 'redirect' ? undefined : openMarked(record, fetchIoSignature ? '' : address);
  if (!popup && !mayLeave) {
    keepMarkForAMoment(record);
    return owner.report(failure('popup_blocked'));
  }
  const attempt = closingOnFailure(popup, () =>
    createAttempt({ owner, record, popup, abandonAfter }),
  );
  const { signal } = attempt;
  limitTime(timeout ?? 0, signal, () => attempt.end(failure('timeout')));

  if (fetchIoSignature) address = await signedAddress(options, record, attempt, popup);
  if (signal.aborted || !address) return;
  if (popup?.closed) return attempt.end({ status: 'cancelled' });
  record.asked = true;
  spent = givenSignature(options) || spent;
  if (!popup) return leaveForHub(record, attempt, address);
  if (fetchIoSignature) popup.location.replace(address);
  holdAttempt(record.id, () => attempt.over);
  attempt.report({ status: 'open' });
}

/** What is there before the window opens; nothing where the options are wrong, which it reports. */
function planAttempt(options: Options, owner: AttemptOwner) {
  try {
    const given = givenSignature(options);
    if (given && given === spent) {
      throw new OnboardingError('signature_failed', 'use fetchIoSignature');
    }
    const record = createRecord(options);
    return { record, address: hubUrl(options, { state: record.state }) };
  } catch (error) {
    if (!isOnboardingError(error)) throw error;
    owner.report({ status: 'failed', error });
  }
}

/** A window that nobody could listen to must not stay open. */
function closingOnFailure<T>(popup: Window | undefined, act: () => T): T {
  try {
    return act();
  } catch (error) {
    popup?.close();
    throw error;
  }
}

/** The popup inherits the mark; this window must not keep it. */
function openMarked(record: AttemptRecord, address: string): Window | undefined {
  writeRecord(record);
  const popup = openPopupWindow(address);
  removeMark();
  return popup;
}

/** An in-app browser may be taking this very window to the hub: then the mark has to stay. */
function keepMarkForAMoment(record: AttemptRecord): void {
  markWholePage(record);
  setTimeout(() => removeMarkOf(record), blockedMarkMs);
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
  const nobody: AttemptOwner = { report: () => {} };
  startAttempt({ partnerId: '_', onboardingUrl: '_' }, nobody).catch(() => {});
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
  attempt.detach();
}
