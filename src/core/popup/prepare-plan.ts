import { allowedOrigins } from '../allowed-origins';
import type { OnboardingErrorCode } from '../errors';
import { mergeParameters } from '../merge-parameters';
import { failure } from '../outcome';
import { readIoSignature } from '../read-io-signature';
import type { OnboardingOptions, QueryParameters } from '../types';
import type { Attempt } from './attempt';
import type { AttemptRecord } from './attempt-record';
import { hintParameters } from './hint-values';
import { addressOf, type Plan } from './plan-attempt';
import { quietly } from './quietly';
import { showHoldingPage } from './show-holding-page';

/** An attempt that has something to do before the hub can be asked. */
type Preparation = {
  options: OnboardingOptions;
  record: AttemptRecord;
  attempt: Attempt;
  /** Missing where this very window goes to the hub. */
  popup: Window | undefined;
};

/** Does what comes between the click and the hub. @returns nothing where the attempt has ended meanwhile */
export async function preparePlan(preparation: Preparation): Promise<Plan | undefined> {
  const { options, attempt, popup } = preparation;
  // A page may have a `getComputedStyle` of its own; it keeps nobody waiting.
  quietly(() => popup && showHoldingPage(popup, options.holdingText));
  const signWith = (signedOptions: OnboardingOptions) =>
    takeStep(attempt, 'signing', () => sign({ ...preparation, options: signedOptions }));

  // Without `prepare`, the signature is asked for in the click itself.
  if (!options.prepare) return signWith(options);
  const plan = await takeStep(attempt, 'preparing', () => prepare(preparation));
  return plan?.options.fetchIoSignature && !attempt.signal.aborted ? signWith(plan.options) : plan;
}

const codes: Record<'preparing' | 'signing', OnboardingErrorCode> = {
  preparing: 'preparation_failed',
  signing: 'signature_failed',
};

/** @returns nothing where it failed, which ends the attempt */
async function takeStep<Value>(
  attempt: Attempt,
  status: keyof typeof codes,
  act: () => Promise<Value>,
): Promise<Value | undefined> {
  attempt.report({ status });
  // A callback of the app may have ended it just now.
  if (attempt.signal.aborted) return;
  try {
    return await act();
  } catch (cause) {
    if (!attempt.signal.aborted) attempt.end(failure(codes[status], undefined, cause));
  }
}

async function prepare(preparation: Preparation): Promise<Plan> {
  const { options, record, attempt } = preparation;
  const answer = await options.prepare!({
    partnerId: options.partnerId,
    runId: record.runId,
    signal: attempt.signal,
  });
  const parameters = answer as QueryParameters | undefined;
  const queryParameters = mergeParameters(options.queryParameters, parameters);
  const prepared = { ...options, queryParameters };
  hintParameters(prepared);
  Object.assign(record, { origins: allowedOrigins(prepared, location).join(' ') });
  if (parameters?.state) bindTo(record, parameters.state);
  return { options: prepared, address: addressOf(prepared, record) };
}

async function sign(preparation: Preparation): Promise<Plan> {
  const { options, record, attempt } = preparation;
  const answer = await options.fetchIoSignature!({
    partnerId: options.partnerId,
    runId: record.runId,
    signal: attempt.signal,
  });
  const { state, ...ioSignature } = readIoSignature(answer);
  if (state) bindTo(record, state);
  return { options, address: addressOf(options, record, ioSignature) };
}

/** A `state` that the app's server minted goes to the hub in place of the app's, and has to come back. */
const bindTo = (record: AttemptRecord, state: string) =>
  Object.assign(record, { state: `${state}`, own: false, required: true });
