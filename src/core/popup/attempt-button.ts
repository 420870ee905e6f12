import { numberOf } from '../hub-url';
import type { OnboardingOptions } from '../types';
import type { Attempt, Report } from './attempt';
import type { AttemptRecord } from './attempt-record';

/** A store, as its attempts see it. */
export type AttemptButton = {
  /** @param attempt `undefined`: it failed before its window was open, or the page itself reports */
  report(report: Report, attempt?: Attempt): void;
  /** The newest ones. */
  options(): OnboardingOptions;
  isIdle(): boolean;
};

/** All buttons of this page. */
const buttons = new Set<WeakRef<AttemptButton>>();

/** Makes a button known, before any of the page asks whether an attempt is its own. */
export function registerButton(button: AttemptButton): void {
  // A server has no page, and would never forget it.
  if (typeof window !== 'undefined') buttons.add(new WeakRef(button));
}

/**
 * Whether this button began an attempt of an earlier document. Of several buttons of the page that may
 * have done so, the one that fits in everything did; of equal ones, the first.
 */
export function isOfButton(record: AttemptRecord, button: AttemptButton): boolean {
  const fit = fitOf(record, button);
  return fit === 'certain' || (fit === 'possible' && !isOfAnother(record));
}

/** Whether this button began it for certain, and the one that it was given to may only have done so. */
export function fitsBetter(
  record: AttemptRecord,
  button: AttemptButton,
  given: AttemptButton,
): boolean {
  return fitOf(record, button) === 'certain' && fitOf(record, given) !== 'certain';
}

function isOfAnother(record: AttemptRecord): boolean {
  for (const reference of buttons) {
    const button = reference.deref();
    if (!button) buttons.delete(reference);
    else if (button.isIdle() && fitOf(record, button) === 'certain') return true;
  }
  return false;
}

/** A number or `state` that only one of the two has may have been given or taken away meanwhile. */
function fitOf(record: AttemptRecord, button: AttemptButton): 'certain' | 'possible' | 'none' {
  const options = button.options();
  const pairs = [
    [record.number, numberOf(options)],
    [record.appState || '', options.queryParameters?.state || ''],
  ];
  const isOther = pairs.some(([then, now]) => then && now && then !== now);
  const isNamedOtherwise = (record.name || '') !== (options.name || '');
  if (record.partnerId !== options.partnerId || isNamedOtherwise || isOther) return 'none';
  return pairs.every(([then, now]) => then === now) ? 'certain' : 'possible';
}
