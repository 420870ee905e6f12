import { askEndpoint, type EndpointRequest } from './ask-endpoint';
import { readIoSignature } from './read-io-signature';
import type { IoSignature } from './types';

/** A `fetchIoSignature` that can also be called by hand: of the request, it needs the signal only. */
export type IoSignatureFetcher = (request: EndpointRequest) => Promise<IoSignature>;

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
export const ioSignatureFrom =
  (url: string | URL, init?: RequestInit): IoSignatureFetcher =>
  async (request) =>
    readIoSignature(await askEndpoint(url, init, request));
