import { readRedirect } from '../read-redirect';
import type { OnboardingOptions } from '../types';
import { type Attempt, type AttemptOwner, createAttempt } from './attempt';
import { type AttemptButton, fitsBetter, isOfButton, registerButton } from './attempt-button';
import { type AttemptRecord, documentStart, keptRecords, writeRecord } from './attempt-record';
import { createStore, type Onboarding } from './create-store';
import { forwardToOpener, sayFinished } from './forward-to-opener';
import { hintUnclaimed, hintUnread, hintUnsolicited } from './hints';
import { holdAttempt } from './hold-attempt';
import { arrivedSearch, takeResult } from './take-result';

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
export function createOnboarding(options: OnboardingOptions): Onboarding {
  const { store, button } = createStore(options);
  registerButton(button);
  return { ...store, resume: () => resume(button) };
}

function resume(button: AttemptButton): void {
  hintUnread();
  forwardToOpener({ onUnclaimed: (mark) => claimResult(button, mark), onSilence: sayFinished });
  for (const resumed of resumedAttempts) {
    if (isFree(button) && fitsBetter(resumed.record, button, resumed.button)) {
      giveTo(button, resumed);
    }
  }
  for (const record of keptRecords()) {
    if (!isOfButton(record, button)) hintUnclaimed(record, record.id);
    else if (isFree(button)) resumeAttempt(record, button);
  }
}

/** Takes the result in this page's own address, if it is for this button. */
function claimResult(button: AttemptButton, mark: AttemptRecord | undefined): void {
  const outcome = readRedirect(arrivedSearch(), mark);
  if (!outcome) return; // Another button has taken it meanwhile.
  const take = () => {
    button.report({ ...outcome, runId: mark?.runId ?? null });
    return new AbortController().signal;
  };
  if (mark && isOfButton(mark, button)) {
    takeResult();
    // As long as this page lives: a copy of the tab that comes back, too, has had its result.
    holdAttempt(mark.id, take);
  } else if (mark) {
    hintUnclaimed(mark);
  } else if (outcome.result && button.options().allowUnsolicited) {
    takeResult();
    take();
  } else if (outcome.result) {
    hintUnsolicited();
  }
}

/** An attempt that goes on in this document, for the button that it was given to. */
type ResumedAttempt = AttemptOwner & {
  record: AttemptRecord;
  /** Missing until the document before lets it go. */
  attempt?: Attempt;
};

const resumedAttempts = new Set<ResumedAttempt>();

/** Neither has an attempt nor waits for one. */
const isFree = (button: AttemptButton) =>
  button.isIdle() && ![...resumedAttempts].some((resumed) => resumed.button === button);

/** A button that was mounted later fits better. What has had its outcome stays where it is. */
function giveTo(button: AttemptButton, resumed: ResumedAttempt): void {
  const { attempt } = resumed;
  if (attempt?.signal.aborted) return;
  attempt?.report({ status: 'idle', runId: null });
  resumed.button = button;
  attempt?.report({ status: 'open', detached: true });
}

/** Goes on with an attempt that an earlier document of this window began. */
function resumeAttempt(kept: AttemptRecord, button: AttemptButton): void {
  // Only what had asked the hub was kept. From now on, no other button finds it.
  const record = { ...kept, page: documentStart(), asked: true };
  const resumed: ResumedAttempt = { record, button };
  resumedAttempts.add(resumed);
  writeRecord(record, record.id);
  const goOn = () => {
    const { abandonAfter } = resumed.button.options();
    const attempt = createAttempt({ owner: resumed, record, abandonAfter });
    resumed.attempt = attempt;
    attempt.over.addEventListener('abort', () => resumedAttempts.delete(resumed));
    // A click that came meanwhile has superseded it.
    if (resumed.button.isIdle()) attempt.detach();
    else attempt.retire();
    attempt.ask();
    return attempt.over;
  };
  holdAttempt(record.id, goOn, () => {
    // This tab is a copy: what the other one goes on with must not come back here once it is over.
    resumedAttempts.delete(resumed);
    writeRecord(undefined, record.id);
  });
}
