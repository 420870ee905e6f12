import { anySignal, timeoutSignal } from './abort-signals';
import { EndpointError, readRefusal } from './endpoint-error';
import type { AttemptRequest } from './types';

/** What an endpoint is asked with. A call by hand needs the signal only. */
export type EndpointRequest = Partial<AttemptRequest> & Pick<AttemptRequest, 'signal'>;

const timeoutMs = 30_000;

/** A busy endpoint is asked once more, if it does not want more patience than this. */
const maxRetrySeconds = 5;

/**
 * POSTs `{ runId }` to a JSON endpoint of the app, with the page's own credentials, and has 30 seconds for
 * its answer. An answer 503 is asked for once more, after its `Retry-After`.
 *
 * @throws EndpointError (as a rejection) for a refusal
 */
export async function askEndpoint(
  url: string | URL,
  init: RequestInit | undefined,
  { runId, signal }: EndpointRequest,
): Promise<unknown> {
  const stop = anySignal([signal, init?.signal ?? timeoutSignal(timeoutMs)]);
  const ask = async (): Promise<unknown> => {
    const response = await fetch(url, requestOf(init, runId, stop));
    if (!response.ok) throw await readRefusal(response);
    return response.json();
  };
  return ask().catch(async (error) => {
    await waitForBusy(error, stop);
    return ask();
  });
}

function requestOf(
  init: RequestInit | undefined,
  runId: string | undefined,
  signal: AbortSignal,
): RequestInit {
  const headers = new Headers(init?.headers);
  if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  return {
    method: 'POST',
    credentials: 'same-origin',
    // A login page that the endpoint redirects to is no answer.
    redirect: 'error',
    cache: 'no-store',
    ...(init?.method?.toUpperCase() !== 'GET' && { body: JSON.stringify({ runId }) }),
    ...init,
    headers,
    signal,
  };
}

/** Waits until a busy endpoint can be asked again. @throws what it refused otherwise */
async function waitForBusy(error: unknown, signal: AbortSignal): Promise<void> {
  const { status, retryAfterSeconds = 1 } =
    error instanceof EndpointError ? error : ({} as Partial<EndpointError>);
  if (status !== 503 || retryAfterSeconds > maxRetrySeconds) throw error;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, retryAfterSeconds * 1000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
