import { readRedirect } from '../read-redirect';
import type { OnboardingOptions } from '../types';
import { type AttemptOwner, createAttempt } from './attempt';
import { type AttemptRecord, keptRecords } from './attempt-record';
import { createStore, type Onboarding } from './create-store';
import { forwardToOpener } from './forward-to-opener';
import { hintUnsolicited } from './hint-unsolicited';
import { takeResult } from './take-result';

export type { Onboarding };

/**
 * Creates the store that the hook and the element share. Touches no window yet, so it can be made
 * on a server.
 *
 * @example
 * const onboarding = createOnboarding({ partnerId: 'aAbBcCPA', callback: save });
 * onboarding.resume();
 * button.onclick = onboarding.open;
 */
export const createOnboarding = (options: OnboardingOptions): Onboarding =>
  createStore(options, (current, owner, getSnapshot) => {
    forwardToOpener({ onUnclaimed: (mark) => claimResult(current, owner, mark) });
    for (const record of keptRecords()) {
      const isMine = record.partnerId === current.partnerId;
      if (isMine && getSnapshot().status === 'idle') resumeAttempt(record, owner);
    }
  });

/** Takes the result in this page's own address, if it is for this button. */
function claimResult(
  options: OnboardingOptions,
  owner: AttemptOwner,
  mark: AttemptRecord | undefined,
): void {
  const outcome = readRedirect(location.search, mark);
  if (!outcome) return; // Another button has taken it meanwhile.
  const isMine = mark
    ? mark.partnerId === options.partnerId
    : outcome.result && options.allowUnsolicited;
  if (isMine) {
    takeResult();
    owner.report(outcome);
  } else if (!mark && outcome.result) hintUnsolicited();
}

/** Goes on with an attempt that an earlier document of this window began. */
function resumeAttempt(record: AttemptRecord, owner: AttemptOwner): void {
  // Only what had asked the hub was kept.
  createAttempt(owner, { ...record, page: performance.timeOrigin, asked: true });
}
