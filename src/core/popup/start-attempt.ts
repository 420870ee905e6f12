import { failure } from '../outcome';
import type { OnboardingOptions } from '../types';
import { type Attempt, createAttempt } from './attempt';
import type { AttemptButton } from './attempt-button';
import {
  type AttemptRecord,
  handoverName,
  markWholePage,
  recordText,
  removeMark,
  removeMarkOf,
  writeRecord,
} from './attempt-record';
import { holdAttempt } from './hold-attempt';
import { limitTime } from './limit-time';
import { blockedMarkMs } from './limits';
import { openPopupWindow } from './open-popup-window';
import { planAttempt, spendSignature } from './plan-attempt';
import { preparePlan } from './prepare-plan';
import { quietly } from './quietly';
import { showAttempt } from './show-attempt';

/**
 * Starts an attempt, in the click itself: nothing is awaited before the window is open. Whatever is
 * wrong with the options shows before that.
 */
export async function startAttempt(
  options: OnboardingOptions,
  button: AttemptButton,
  runId: string,
): Promise<void> {
  const { display, timeout, abandonAfter } = options;
  const planned = planAttempt(options, button, runId);
  if (!planned) return;
  const { record } = planned;
  const isReady = !options.prepare && !options.fetchIoSignature;

  const mayLeave = display === 'redirect' || display === 'auto';
  const popup =
    display === 'redirect'
      ? undefined
      : openMarked(record, isReady ? planned.address : '', options.popup);
  if (!popup && !mayLeave) {
    keepMarkForAMoment(record);
    return button.report(failure('popup_blocked'));
  }
  const attempt = closingOnFailure(popup, () =>
    createAttempt({ owner: { button }, record, popup, abandonAfter }),
  );
  showAttempt(attempt, popup);
  const { signal } = attempt;
  limitTime(timeout ?? 0, signal, () => attempt.end(failure('timeout')));

  const plan = isReady ? planned : await preparePlan({ options, record, attempt, popup });
  if (signal.aborted || !plan) return;
  if (popup?.closed) return attempt.end({ status: 'cancelled' });
  record.asked = true;
  spendSignature(plan.options);
  if (!popup) return leaveForHub(record, attempt, plan.address);
  if (!isReady) popup.location.replace(plan.address);
  holdAttempt(record.id, () => attempt.over);
  attempt.report({ status: 'open' });
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
function openMarked(
  record: AttemptRecord,
  address: string,
  size: OnboardingOptions['popup'],
): Window | undefined {
  writeRecord(record);
  const popup = openPopupWindow(address, size);
  // A busy WebKit may copy the storage before the mark is in it, or after it is gone.
  quietly(() => popup?.sessionStorage.setItem(handoverName, recordText(record)));
  removeMark();
  return popup;
}

/** An in-app browser may be taking this very window to the hub: then the mark has to stay. */
function keepMarkForAMoment(record: AttemptRecord): void {
  markWholePage(record);
  setTimeout(() => removeMarkOf(record), blockedMarkMs);
}

/**
 * Runs the code of a click once and to no effect: these options are refused before anything opens.
 * A browser compiles code when it first runs, which made a first click slower than a bare
 * `window.open`.
 */
export function rehearseAttempt(): void {
  const options = { partnerId: '_', onboardingUrl: '_', callback() {} };
  const nobody = { options: () => options, isIdle: () => true, report() {} };
  startAttempt(options, nobody, '_').catch(() => {});
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
