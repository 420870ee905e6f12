import { checkOption } from '../check-option';
import { isOnboardingError, OnboardingError } from '../errors';
import { hubUrl } from '../hub-url';
import { readRedirectUrl } from '../redirect-url';
import type { IoSignature, OnboardingOptions } from '../types';
import type { AttemptButton } from './attempt-button';
import { type AttemptRecord, createRecord } from './attempt-record';
import { hintKinds, hintParameters } from './hint-values';
import { hintOptions } from './hints';

/** With which options an attempt goes where. */
export type Plan = { options: OnboardingOptions; address: string };

/**
 * The last signature that the app gave as it is. It starts one onboarding only, whichever button of
 * the page took it.
 */
let spent: unknown;

const givenSignature = ({ fetchIoSignature, queryParameters }: OnboardingOptions) =>
  !fetchIoSignature && queryParameters?.io_signature;

/** The hub was asked with these options: a signature among them has started its one onboarding. */
export function spendSignature(options: OnboardingOptions): void {
  spent = givenSignature(options) || spent;
}

/** What is there before the window opens; nothing where the options are wrong, which it reports. */
export function planAttempt(options: OnboardingOptions, button: AttemptButton, runId: string) {
  try {
    hintOptions(options);
    hintParameters(options);
    hintKinds(options);
    checkFunctions(options);
    checkSize(options);
    const record = createRecord(options, button.options(), runId);
    return { record, options, address: addressOf(options, record) };
  } catch (error) {
    if (!isOnboardingError(error)) throw error;
    button.report({ status: 'failed', error });
  }
}

/**
 * The hub's address for an attempt.
 *
 * @throws OnboardingError
 */
export function addressOf(
  options: OnboardingOptions,
  { state }: AttemptRecord,
  ioSignature?: Pick<IoSignature, 'io_signature' | 'io_timestamp'>,
): string {
  const given = givenSignature(options);
  if (given && given === spent) {
    throw new OnboardingError('signature_failed', 'use fetchIoSignature');
  }
  const redirectUrl = options.queryParameters?.redirect_url;
  const ours = { ...ioSignature, state };
  if (!redirectUrl) return hubUrl(options, ours);
  return hubUrl(options, {
    ...ours,
    redirect_url: readRedirectUrl(`${redirectUrl}`, location).told,
  });
}

/** One that is missing at the end would lose the result. */
function checkFunctions({ callback, prepare, fetchIoSignature }: OnboardingOptions): void {
  checkOption(isFunction(callback), 'callback');
  checkOption(!prepare || isFunction(prepare), 'prepare');
  checkOption(!fetchIoSignature || isFunction(fetchIoSignature), 'fetchIoSignature');
}

const isFunction = (value: unknown) => typeof value === 'function';

function checkSize({ popup }: OnboardingOptions): void {
  for (const length of [popup?.width, popup?.height]) {
    checkOption(length === undefined || length > 0, 'popup');
  }
}
