import { buildResult, isOtherNumber } from './build-result';
import { EmbeddedSignupError, type EmbeddedSignupErrorCode, type ErrorParts } from './errors';
import type { Answers } from './join-answers';
import { asksForCoexistence } from './login-parameters';
import type { EmbeddedSignupOptions, EmbeddedSignupResult } from './types';

/** What a run reports. Only a success may follow `cancelled`, or a failure after which Meta may go on. */
export type RunReport<Exchanged> =
  | { status: 'open'; uncertain: boolean }
  | { status: 'cancelled'; currentStep?: string }
  | { status: 'completed'; result: EmbeddedSignupResult<Exchanged> }
  | { status: 'failed'; error: EmbeddedSignupError<Exchanged> };

/** How a run ends that fails. */
export const failed = <Exchanged>(
  code: EmbeddedSignupErrorCode,
  parts?: ErrorParts<Exchanged>,
): RunReport<Exchanged> => ({
  status: 'failed',
  error: new EmbeddedSignupError(code, undefined, parts),
});

/**
 * The outcome of what has come. A failed exchange or another number is told with the result: the signup
 * itself is finished at Meta.
 */
export async function settleAnswers<Exchanged>(
  answers: Readonly<Answers>,
  exchanging: Promise<Exchanged> | undefined,
  options: EmbeddedSignupOptions<Exchanged>,
): Promise<RunReport<Exchanged>> {
  let exchanged: { exchanged: Exchanged } | undefined;
  let refusal: { cause: unknown } | undefined;
  try {
    if (exchanging) exchanged = { exchanged: await exchanging };
  } catch (cause) {
    refusal = { cause };
  }
  // Only now: a message that came meanwhile is in it.
  const result = { ...buildResult<Exchanged>(answers, asksForCoexistence(options)), ...exchanged };
  if (refusal) return failed('exchange_failed', { ...refusal, result });
  if (options.expectedNumber && isOtherNumber(options.expectedNumber, result)) {
    return failed('number_mismatch', { result });
  }
  return { status: 'completed', result };
}
