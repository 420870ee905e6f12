import { readRedirect } from '../read-redirect';
import type { OnboardingOptions } from '../types';
import { createAttempt } from './attempt';
import { type AttemptButton, isOfButton, registerButton } from './attempt-button';
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
  for (const record of keptRecords()) {
    if (!isOfButton(record, button)) hintUnclaimed(record, record.id);
    else if (button.isIdle() && !waiting.has(button)) resumeAttempt(record, button);
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

/** Buttons that go on with an attempt as soon as it is let go. */
const waiting = new WeakSet<AttemptButton>();

/** Goes on with an attempt that an earlier document of this window began. */
function resumeAttempt(record: AttemptRecord, button: AttemptButton): void {
  waiting.add(button);
  // Only what had asked the hub was kept. From now on, no other button finds it.
  const resumed = { ...record, page: documentStart(), asked: true };
  writeRecord(resumed, record.id);
  const goOn = () => {
    waiting.delete(button);
    const { abandonAfter } = button.options();
    const attempt = createAttempt({ owner: button, record: resumed, abandonAfter });
    // A click that came meanwhile has superseded it.
    if (button.isIdle()) attempt.detach();
    else attempt.retire();
    attempt.ask();
    return attempt.over;
  };
  holdAttempt(record.id, goOn, () => {
    // This tab is a copy: what the other one goes on with must not come back here once it is over.
    waiting.delete(button);
    writeRecord(undefined, record.id);
  });
}
