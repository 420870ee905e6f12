import { readIoSignature } from './read-io-signature';
import type { FetchIoSignature } from './types';

const timeoutMs = 30_000;

/**
 * Makes a `fetchIoSignature` for a JSON endpoint of yours: POSTs `{}` with the page's own
 * credentials and expects `{ io_signature, io_timestamp }` within 30 seconds.
 *
 * @param init changes the request, such as `headers`; an own `signal` replaces the 30 seconds
 *
 * @example
 * <ConnectButton fetchIoSignature={ioSignatureFrom('/api/io-signature')} … />
 */
export function ioSignatureFrom(url: string | URL, init?: RequestInit): FetchIoSignature {
  return async ({ signal }) => {
    const headers = new Headers(init?.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      // A login page that the endpoint redirects to is no answer.
      redirect: 'error',
      cache: 'no-store',
      ...(init?.method?.toUpperCase() !== 'GET' && { body: '{}' }),
      ...init,
      headers,
      signal: AbortSignal.any([signal, init?.signal ?? AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok) throw new Error(`The signing endpoint answered ${response.status}.`);
    return readIoSignature(await response.json());
  };
}
