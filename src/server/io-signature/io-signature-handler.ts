import { allowOrigins } from '../endpoint/allow-origins';
import { type Authorization, readAuthorization } from '../endpoint/authorization';
import {
  checkRateLimit,
  createMemoryRateLimitStore,
  type RateLimit,
  secondsToWait,
} from '../endpoint/rate-limit';
import type { IoSigner } from './create-io-signer';
import { isSignerBusyError } from './signer-busy-error';

/** Who gets a signature, and on which terms. `Context` is the handler's second argument. */
export type IoSignatureHandlerOptions<Context = unknown> = {
  /** Makes the signatures; see `createIoSigner`. */
  signer: IoSigner;
  /** Asks your own login: an endpoint open to everybody protects nothing. */
  authorize(request: Request, context: Context): Authorization | Promise<Authorization>;
  /**
   * Your app's origins, where they differ from the endpoint's, or where a proxy changes its address
   * and browsers send no `Sec-Fetch-Site`. Opens CORS, with cookies, and the same-origin check for
   * them; for no others.
   */
  origins?: readonly string[];
  /**
   * How many signatures one `user` may have; 429 and `Retry-After` beyond.
   *
   * @default any number
   */
  rateLimit?: RateLimit;
  /**
   * Makes a random `state` and stores it with the session, so that your server can tell later that
   * a result belongs to it. The button sends it to the hub and insists on getting it back.
   */
  mintState?(request: Request, context: Context): string | Promise<string>;
  /** For your log: what lay beneath an answer 500 or 503. It never holds a signature. */
  onError?(error: unknown): void;
};

/** A context is asked for only where `authorize` or `mintState` takes one. */
export type IoSignatureHandler<Context = unknown> = (
  request: Request,
  ...context: unknown extends Context ? [context?: Context] : [context: Context]
) => Promise<Response>;

const words = {
  401: 'unauthorized',
  403: 'forbidden',
  405: 'method_not_allowed',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  500: 'internal_error',
  503: 'busy',
};

/**
 * Makes the endpoint that a button's `fetchIoSignature` asks: `POST` from a page of its own origin
 * with a JSON content type, answered with `{ io_signature, io_timestamp, state? }`. The body is not
 * read: partner and time come from the server alone.
 *
 * Refusals are `{ "error": "…" }` with a fixed word: 405 for other methods, 403 for other origins
 * and for requests that no page sent, 415 for other content types, 401 and 403 from `authorize`,
 * 429 from `rateLimit`, 503 for a `SignerBusyError`, 500 for anything that throws.
 *
 * @throws TypeError when an option is wrong or `authorize` is missing
 *
 * @example
 * export const POST = ioSignatureHandler({
 *   signer,
 *   authorize: async (request) => {
 *     const session = await sessionOf(request);
 *     return session ? { user: session.userId } : 401;
 *   },
 * });
 */
export function ioSignatureHandler<Context = unknown>(
  options: IoSignatureHandlerOptions<Context>,
): IoSignatureHandler<Context> {
  const { signer, authorize, origins = [], rateLimit, mintState, onError } = options;
  if (typeof signer?.sign !== 'function') throw new TypeError('signer must be an IoSigner.');
  if (typeof authorize !== 'function') throw new TypeError('authorize is required.');
  if (rateLimit) checkRateLimit(rateLimit);
  const allowed = allowOrigins(origins);
  const methods = origins.length > 0 ? 'POST, OPTIONS' : 'POST';
  const store = rateLimit?.store ?? createMemoryRateLimitStore();

  const answer = async (request: Request, context: Context): Promise<Response> => {
    const cors = allowed.corsHeaders(request);
    const refuse = (status: keyof typeof words, headers?: Record<string, string>) =>
      respond(status, { error: words[status] }, { ...cors, ...headers });

    if (request.method === 'OPTIONS' && origins.length > 0) {
      const preflight = allowed.preflight(request);
      return preflight ? respond(204, null, preflight) : refuse(403);
    }
    if (request.method !== 'POST') return refuse(405, { Allow: methods });
    if (!allowed.accepts(request)) return refuse(403);
    if (!isJson(request)) return refuse(415);

    try {
      const authorization = readAuthorization(await authorize(request, context));
      if ('refusal' in authorization) return refuse(authorization.refusal);
      if (rateLimit) {
        const wait = await secondsToWait(rateLimit, store, userKey(authorization.user));
        if (wait > 0) return refuse(429, { 'Retry-After': String(wait) });
      }
      const state = mintState && readState(await mintState(request, context));
      const { io_signature, io_timestamp } = await signer.sign();
      return respond(200, { io_signature, io_timestamp, ...(state && { state }) }, cors);
    } catch (error) {
      tell(onError, error);
      if (!isSignerBusyError(error)) return refuse(500);
      return refuse(503, { 'Retry-After': String(error.retryAfterSeconds) });
    }
  };
  return (request, ...[context]) => answer(request, context as Context);
}

function respond(status: number, body: object | null, headers: Record<string, string>): Response {
  return new Response(body && JSON.stringify(body), {
    status,
    headers: {
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(body && { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
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

function readState(state: unknown): string {
  if (typeof state === 'string' && state !== '') return state;
  throw new TypeError('mintState must return a string that is not empty.');
}

/** A log that fails, at once or later, must not change the answer. */
function tell(onError: ((error: unknown) => void) | undefined, error: unknown): void {
  (async () => onError?.(error))().catch(() => {});
}
