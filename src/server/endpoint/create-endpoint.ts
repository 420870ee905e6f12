import { allowOrigins } from './allow-origins';
import { answer, refuse, refuseForNow } from './answers';
import { type Authorization, readAuthorization } from './authorization';
import {
  checkRateLimit,
  createMemoryRateLimitStore,
  type RateLimit,
  secondsToWait,
} from './rate-limit';

/** Who may ask, and on which terms. `Context` is the handler's second argument. */
export type EndpointOptions<Context = unknown> = {
  /** Asks your own login: an endpoint open to everybody protects nothing. */
  authorize(request: Request, context: Context): Authorization | Promise<Authorization>;
  /**
   * Your app's origins, where they differ from the endpoint's, or where a proxy changes its address
   * and browsers send no `Sec-Fetch-Site`. Opens CORS, with cookies, and the same-origin check for
   * them; for no others.
   */
  appOrigins?: readonly string[];
  /**
   * How many calls one `user` may make; 429 and `Retry-After` beyond.
   *
   * @default any number
   */
  rateLimit?: RateLimit;
  /** For your log: what lay beneath an answer 500 or 503. It never holds a signature. */
  onError?(error: unknown): void;
};

/** A context is asked for only where one of the handler's functions takes one. */
export type EndpointHandler<Context = unknown> = (
  request: Request,
  ...context: unknown extends Context ? [context?: Context] : [context: Context]
) => Promise<Response>;

/**
 * An endpoint for pages of the app: `POST` with JSON from its own origin, by somebody who is let in.
 *
 * Refusals are 405 for other methods, 403 for other origins and for requests that no page sent, 415
 * for other content types, 401 and 403 from `authorize`, 429 from `rateLimit`, 503 for an error that
 * has `retryAfterSeconds`, 500 for any other.
 *
 * @param produce makes the body of the answer 200
 * @throws TypeError when an option is wrong or `authorize` is missing
 */
export function createEndpoint<Context>(
  options: EndpointOptions<Context>,
  produce: (request: Request, context: Context) => Promise<object>,
): EndpointHandler<Context> {
  const { authorize, appOrigins = [], rateLimit, onError } = options;
  if (typeof authorize !== 'function') throw new TypeError('authorize is required.');
  if (rateLimit) checkRateLimit(rateLimit);
  const allowed = allowOrigins(appOrigins);
  const store = rateLimit?.store ?? createMemoryRateLimitStore();

  /** Of the request alone, before anybody's login is asked. */
  const refuseRequest = (request: Request, cors: Record<string, string>): Response | undefined => {
    if (request.method !== 'POST') return refuse(405, { ...cors, Allow: allowed.methods });
    if (!allowed.accepts(request)) return refuse(403, cors);
    if (!isJson(request)) return refuse(415, cors);
  };
  const serve = async (request: Request, context: Context, cors: Record<string, string>) => {
    const authorization = readAuthorization(await authorize(request, context));
    if ('refusal' in authorization) return refuse(authorization.refusal, cors);
    if (rateLimit) {
      const wait = await secondsToWait(rateLimit, store, userKey(authorization.user));
      if (wait > 0) return refuseForNow(429, wait, cors);
    }
    return answer(200, await produce(request, context), cors);
  };

  return async (request, ...[context]) => {
    const cors = allowed.corsHeaders(request);
    const preflight = allowed.preflight(request);
    if (preflight) {
      return preflight.isAllowed ? answer(204, null, preflight.headers) : refuse(403, cors);
    }
    const refusal = refuseRequest(request, cors);
    if (refusal) return refusal;
    try {
      return await serve(request, context as Context, cors);
    } catch (error) {
      tell(onError, error);
      const seconds = (error as { retryAfterSeconds?: unknown } | null)?.retryAfterSeconds;
      return typeof seconds === 'number' ? refuseForNow(503, seconds, cors) : refuse(500, cors);
    }
  };
}

/** Forms cannot send JSON, and other sites' scripts have to ask first. */
function isJson(request: Request): boolean {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  return type!.trim().toLowerCase() === 'application/json';
}

function userKey(user: unknown): string {
  if (typeof user === 'string' || typeof user === 'number') return String(user);
  throw new TypeError('With rateLimit, authorize must return { user } with a string or number.');
}

/** A log that fails, at once or later, must not change the answer. */
function tell(onError: ((error: unknown) => void) | undefined, error: unknown): void {
  (async () => onError?.(error))().catch(() => {});
}
