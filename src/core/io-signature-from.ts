import { anySignal, timeoutSignal } from './abort-signals';
import { EndpointError, readRefusal } from './endpoint-error';
import { readIoSignature } from './read-io-signature';
import type { AttemptRequest, IoSignature } from './types';

/** A `fetchIoSignature` that can also be called by hand: of the request, it needs the signal only. */
export type IoSignatureFetcher = (
  request: Partial<AttemptRequest> & Pick<AttemptRequest, 'signal'>,
) => Promise<IoSignature>;

const timeoutMs = 30_000;

/** A busy endpoint is asked once more, if it does not want more patience than this. */
const maxRetrySeconds = 5;

/**
 * Makes a `fetchIoSignature` for a JSON endpoint of yours: POSTs `{ runId }` with the page's
 * own credentials and expects `{ io_signature, io_timestamp }` within 30 seconds. An answer 503 is asked
 * for once more, after its `Retry-After`.
 *
 * What the endpoint refused is an `EndpointError` with `status`, `error` and `retryAfterSeconds`: the
 * `cause` of the `OnboardingError`.
 *
 * @param init changes the request, such as `headers`; an own `signal` replaces the 30 seconds
 *
 * @example
 * <ConnectButton fetchIoSignature={ioSignatureFrom('/api/io-signature')} … />
 */
export function ioSignatureFrom(url: string | URL, init?: RequestInit): IoSignatureFetcher {
  return async ({ runId, signal }) => {
    const stop = anySignal([signal, init?.signal ?? timeoutSignal(timeoutMs)]);
    const ask = async () => {
      const response = await fetch(url, requestOf(init, runId, stop));
      if (!response.ok) throw await readRefusal(response);
      return readIoSignature(await response.json());
    };
    return ask().catch(async (error) => {
      await waitForBusy(error, stop);
      return ask();
    });
  };
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
