import ky, { isHTTPError, type KyInstance } from 'ky';
import type { OnEvent } from '../events/server-event';
import { watched, watchWork } from '../events/watch-work';
import type { Limiter } from './limiter';
import { isPartnerApiError, PartnerApiError } from './partner-api-error';
import { readRetryAfter } from './retry-after';
import { toPartnerApiError } from './to-partner-api-error';
import type { CallOptions } from './types';
import { UnreadableAnswer } from './wire';

/** One call of the Partner API. */
type CallRequest<Output> = CallOptions & {
  /** Of the function, for error texts. */
  name: string;
  /** Nothing but `get` and `patch` is ever repeated: a second `post` would do the work twice. */
  method?: 'get' | 'patch' | 'post';
  /** Below the base address. Its IDs have been checked. */
  path: string;
  search?: Record<string, string>;
  body?: Record<string, unknown>;
  /** What it tells about a client beside the body: kept out of errors. */
  hidden?: readonly string[];
  /** Whom it is about, for `onEvent`. */
  about?: { clientId?: string; channelId?: string };
  /** Without it, the answer's body is of no interest. */
  read?: (answer: unknown) => Output;
};

/** Makes calls. Rejects with a `PartnerApiError`, or the reason of an aborted signal. */
export type Call = <Output>(request: CallRequest<Output>) => Promise<Output>;

type Connection = {
  partnerId: string;
  onEvent: OnEvent | undefined;
  baseUrl: string;
  headers: Record<string, string>;
  /** The API key or token. */
  secret: string;
  fetch: (request: Request) => Promise<Response>;
  limiter: Limiter;
  timeoutSeconds: number;
};

/** How long a call is put off at most before it is given up, in seconds. */
const maxWaitSeconds = 60;

/** Where 360dialog does not say how long to wait: its window. */
const usualPauseSeconds = 30;

/** Makes them for one account. */
export function createCall(connection: Connection): Call {
  const { limiter, secret, partnerId, onEvent } = connection;
  const client = createClient(connection);

  const send: Call = async (request) => {
    const { name, method = 'get', path, search = {}, body, hidden = [], read, signal } = request;
    const acquire = async (request: Request) => {
      try {
        await limiter.acquire(request.signal);
      } catch (cause) {
        throw new PartnerApiError({ call: name, code: 'limiter_failed', cause });
      }
    };
    try {
      const response = await client(path, {
        method,
        searchParams: search,
        ...(signal && { signal }),
        ...(body && { json: body }),
        // Before each try, the repeated ones too.
        hooks: { beforeRequest: [acquire] },
      });
      if (!read) return undefined as never;
      return read(await readJson(response));
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      throw await toPartnerApiError(name, error, [secret, ...hidden, ...textsOf(body)]);
    }
  };

  return (request) =>
    watched(
      watchWork(onEvent, 'partner_api'),
      { partnerId, call: request.name, ...request.about },
      () => send(request),
    );
}

function createClient({
  baseUrl,
  headers,
  fetch,
  limiter,
  timeoutSeconds,
}: Connection): KyInstance {
  return ky.create({
    prefixUrl: baseUrl,
    headers: { Accept: 'application/json', ...headers },
    timeout: timeoutSeconds * 1000,
    // The header with the key would follow a redirect to another origin.
    redirect: 'manual',
    retry: {
      limit: 3,
      methods: ['get', 'patch'],
      statusCodes: [408, 429, 500, 502, 503, 504],
      afterStatusCodes: [429, 503],
      retryOnTimeout: true,
      jitter: true,
      delay: (attempt) => 1000 * 2 ** (attempt - 1),
      maxRetryAfter: maxWaitSeconds * 1000,
      shouldRetry: ({ error }) => {
        const isTooLong = isHTTPError(error) && (waitOf(error.response) ?? 0) > maxWaitSeconds;
        return isTooLong || isPartnerApiError(error) ? false : undefined;
      },
    },
    async fetch(input) {
      const response = await fetch(input as Request);
      const { status, statusText } = response;
      const waitSeconds = waitOf(response);
      // Calls that follow would be refused as well.
      if (status === 429) limiter.pause?.(waitSeconds ?? usualPauseSeconds);
      const headers = new Headers(response.headers);
      // ky waits for as long as it may where it cannot read it.
      if (waitSeconds === undefined) headers.delete('Retry-After');
      // Read here, so that the time limit holds for the whole answer.
      const bytes = await response.arrayBuffer();
      return new Response(bytes.byteLength > 0 ? bytes : null, { status, statusText, headers });
    },
  });
}

const waitOf = (response: Response) => readRetryAfter(response.headers);

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // The parser's own error shows what it could not read.
    throw new UnreadableAnswer('The answer is no JSON.');
  }
}

const textsOf = (body: Record<string, unknown> = {}): string[] =>
  Object.values(body).filter((value) => typeof value === 'string');
