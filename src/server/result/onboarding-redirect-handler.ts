import { parseOnboardingRedirect } from '../../core/parse-onboarding-redirect';
import { answer, refuse, refuseForNow } from '../endpoint/answers';
import { checkOnError, tell } from '../endpoint/tell';
import { isResultError } from '../states/result-error';
import { checkResultOptions } from './check-result-options';
import { finishedPage } from './finished-page';
import { type VerifiedResult, type VerifyResultOptions, verifyResult } from './verify-result';

/** How a redirect URL on the server takes results. */
export type OnboardingRedirectOptions = Pick<
  VerifyResultOptions,
  'states' | 'api' | 'apis' | 'onEvent'
> & {
  /** Your ID of who sent this request, from your session; nothing where nobody is logged in. */
  user(
    request: Request,
  ): string | number | null | undefined | Promise<string | number | null | undefined>;
  /**
   * Stores what was verified, before the `state` is used up: where it fails, the same address can be loaded
   * again. So it may run twice for one result.
   */
  onResult(result: VerifiedResult, context: { request: Request }): void | Promise<void>;
  /**
   * Where the client goes then, such as `/settings/whatsapp`.
   * @default a page that says that it is finished, and closes itself where it can
   */
  next?: string | ((result: VerifiedResult) => string) | undefined;
  /** For your log: what lay beneath an answer 500 or 503, each `ResultError`, and what `next` threw. */
  onError?: ((error: unknown) => void) | undefined;
};

/**
 * Makes the handler of a redirect URL that is on the server and opened without a popup of ours: a Direct
 * Link, or whole-page mode. It checks the result as `verifyResult` does, tells `onResult`, and answers 303 to
 * `next`.
 *
 * Refusals are `{ "error": "word" }`: 405 for other methods, 400 `no_result`, 401 where nobody is logged
 * in, 403 with the code of a `ResultError`, 503 with `Retry-After` where nobody knows yet, 500 otherwise.
 *
 * @throws TypeError when an option is wrong
 *
 * @example
 * export const GET = onboardingRedirectHandler({
 *   states,
 *   api,
 *   user: async (request) => (await sessionOf(request))?.userId,
 *   onResult: ({ client, channels }) => saveChannels(client, channels),
 *   next: '/settings/whatsapp',
 * });
 */
export function onboardingRedirectHandler(
  options: OnboardingRedirectOptions,
): (request: Request) => Promise<Response> {
  const { user, onResult, next, onError, ...check } = Object(options) as typeof options;
  if (typeof user !== 'function') throw new TypeError('user is required.');
  if (typeof onResult !== 'function') throw new TypeError('onResult is required.');
  checkNext(next);
  checkOnError(onError);
  checkResultOptions(check);

  /** The result is stored by now and its state used up, so a client has finished whatever comes of this. */
  const locationFor = async (verified: VerifiedResult): Promise<string | undefined> => {
    try {
      // In plain JavaScript it may be async.
      const address: unknown = typeof next === 'function' ? await next(verified) : next;
      return address === undefined || address === '' ? undefined : readAddress(address);
    } catch (error) {
      tell(onError, error);
    }
  };
  const serve = async (request: Request): Promise<Response> => {
    const result = parseOnboardingRedirect(request.url);
    if (!result) return answer(400, { error: 'no_result' }, quiet);
    const who = await user(request);
    if (who === null || who === undefined || who === '') return refuse(401, quiet);
    const verified = await verifyResult(result, {
      ...check,
      user: who,
      onVerified: (result) => onResult(result, { request }),
    });
    const location = await locationFor(verified);
    return location ? answer(303, null, { ...quiet, Location: location }) : finishedPage();
  };

  return async (request) => {
    if (request.method !== 'GET') return refuse(405, { Allow: 'GET' });
    return serve(request).catch((error: unknown) => {
      tell(onError, error);
      return refusalFor(error);
    });
  };
}

/** The address has the result in it. */
const quiet = { 'Referrer-Policy': 'no-referrer' };

/**
 * A header takes no other letters than those of ASCII; others of an address are encoded in UTF-8.
 *
 * @throws TypeError it is no text; URIError it has half a letter
 */
function readAddress(address: unknown): string {
  if (typeof address !== 'string') throw new TypeError('next must return an address.');
  return address.replace(/[^!-~]+/g, (letters) => encodeURIComponent(letters));
}

function checkNext(next: unknown): void {
  if (next === undefined || typeof next === 'function') return;
  if (typeof next === 'string' && next.trim() !== '') return;
  throw new TypeError('next must be an address, or a function that returns one.');
}

/** As long as 360dialog's limit may last. */
const patienceSeconds = 30;

function refusalFor(error: unknown): Response {
  if (isResultError(error)) return answer(403, { error: error.code }, quiet);
  const { name, retryAfterSeconds } = Object(error) as {
    name?: string;
    retryAfterSeconds?: number;
  };
  const seconds = retryAfterSeconds ?? patienceSeconds;
  const isForNow = name === 'PartnerApiError' || name === 'StateBusyError';
  return isForNow ? refuseForNow(503, seconds, quiet) : refuse(500, quiet);
}
