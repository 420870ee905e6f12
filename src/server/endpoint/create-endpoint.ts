import type { OnEvent } from '../events/server-event';
import { checkOnEvent, outcomeOfStatus, type WatchedWork, watchWork } from '../events/watch-work';
import { allowOrigins } from './allow-origins';
import { answer, refuse, refuseForNow, wordOf } from './answers';
import { type Authorization, readAuthorization } from './authorization';
import { randomText } from './random-text';
import { createRateLimit, type RateLimit } from './rate-limit';
import { readRunId } from './read-run-id';
import { checkOnError, tell } from './tell';
import { withDeadline } from './with-deadline';

/** Who may ask, and on which terms. `Context` is the handler's second argument. */
export type EndpointOptions<Context = unknown> = {
  /** Asks your own login: an endpoint open to everybody protects nothing. */
  authorize(request: Request, context: Context): Authorization | Promise<Authorization>;
  /**
   * Your app's origins, where they differ from the endpoint's, or where a proxy changes its address
   * and browsers send no `Sec-Fetch-Site`. Opens CORS, with cookies, and the same-origin check for
   * them; for no others.
   */
  appOrigins?: readonly string[] | undefined;
  /**
   * How many calls one `user` may make; 429 and `Retry-After` beyond.
   *
   * @default any number
   */
  rateLimit?: RateLimit | undefined;
  /** For your log: what lay beneath an answer 500 or 503. It never holds a signature. */
  onError?: ((error: unknown) => void) | undefined;
  /** For your log or traces: what came of each request, in public words. */
  onEvent?: OnEvent | undefined;
};

/** A context is asked for only where one of the handler's functions takes one. */
export type EndpointHandler<Context = unknown> = (
  request: Request,
  ...context: unknown extends Context ? [context?: Context] : [context: Context]
) => Promise<Response>;

/** A request that is let in. */
export type LetIn<Context = unknown> = {
  request: Request;
  context: Context;
  /** Whom `authorize` named, as text. */
  user: string | undefined;
  /** The button's, or a new one where it sent none. */
  runId: string;
  /** Tells `onEvent` what is known by now. */
  note: WatchedWork['note'];
  /** Aborts when the browser has gone, or the time is up. */
  signal: AbortSignal;
};

/** What an endpoint makes of it. */
type Produce<Context> = (letIn: LetIn<Context>) => Promise<object>;

/**
 * An endpoint for pages of the app: `POST` with JSON from its own origin, by somebody who is let in.
 *
 * Refusals are 405 for other methods, 403 for other origins and for requests that no page sent, 415
 * for other content types, 401 and 403 from `authorize`, 429 from `rateLimit`, 503 for an error that
 * has `retryAfterSeconds` and after 10 seconds, 500 for any other error.
 *
 * @param name tells endpoints apart that share a store
 * @param produce makes the body of the answer 200
 * @throws TypeError when an option is wrong or `authorize` is missing
 */
export function createEndpoint<Context>(
  name: 'io-signature' | 'state',
  options: EndpointOptions<Context>,
  produce: Produce<Context>,
): EndpointHandler<Context> {
  const { authorize, appOrigins = [], rateLimit, onError, onEvent } = options;
  if (typeof authorize !== 'function') throw new TypeError('authorize is required.');
  checkOnError(onError);
  checkOnEvent(onEvent);
  const allowed = allowOrigins(appOrigins);
  const countCall = rateLimit === undefined ? undefined : createRateLimit(rateLimit, name);

  /** Of the request alone, before anybody's login is asked. */
  const refuseRequest = (request: Request, cors: Record<string, string>): Response | undefined => {
    if (request.method !== 'POST') return refuse(405, { ...cors, Allow: allowed.methods });
    if (!allowed.accepts(request)) return refuse(403, cors);
    if (!isJson(request)) return refuse(415, cors);
  };
  const serve = async (
    request: Request,
    context: Context,
    signal: AbortSignal,
    { note }: WatchedWork,
  ) => {
    const authorization = readAuthorization(await authorize(request, context));
    if ('refusal' in authorization) return refuse(authorization.refusal);
    if (countCall) {
      const wait = await countCall(countedUser(authorization.user));
      if (wait > 0) return refuseForNow(429, wait);
    }
    signal.throwIfAborted();
    const runId = (await readRunId(request)) ?? randomText();
    note({ runId });
    const { user } = authorization;
    return answer(200, await produce({ request, context, user, runId, note, signal }));
  };

  return async (request, ...[context]) => {
    const cors = allowed.corsHeaders(request);
    const preflight = allowed.preflight(request);
    if (preflight) {
      return preflight.isAllowed ? answer(204, null, preflight.headers) : refuse(403, cors);
    }
    const work = watchWork(onEvent, name === 'state' ? 'state' : 'io_signature');
    const respond = () =>
      withDeadline(request, (signal) => serve(request, context as Context, signal, work)).catch(
        (error) => {
          tell(onError, error);
          return refusalFor(error);
        },
      );
    const refusal = refuseRequest(request, cors);
    const response = refusal ?? (await respond());
    work.end(outcomeOfStatus(response.status), wordOf(response.status));
    if (refusal) return refusal;
    for (const [header, value] of Object.entries(cors)) response.headers.set(header, value);
    return response;
  };
}

function refusalFor(error: unknown): Response {
  const seconds = (error as { retryAfterSeconds?: unknown } | null)?.retryAfterSeconds;
  return typeof seconds === 'number' ? refuseForNow(503, seconds) : refuse(500);
}

function countedUser(user: string | undefined): string {
  if (user !== undefined) return user;
  throw new TypeError('With rateLimit, authorize must return { user } with a string or number.');
}

/** Forms cannot send JSON, and other sites' scripts have to ask first. */
function isJson(request: Request): boolean {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  return type!.trim().toLowerCase() === 'application/json';
}
