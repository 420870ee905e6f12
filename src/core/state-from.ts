import { askEndpoint, type EndpointRequest } from './ask-endpoint';
import { describeState } from './explain/describe-answer';

/** A `prepare` that can also be called by hand: of the request, it needs the signal only. */
export type StateFetcher = (request: EndpointRequest) => Promise<{ state: string }>;

/**
 * Makes a `prepare` of an endpoint of yours that mints a `state` for each run, as `stateHandler` of
 * `./server` does: POSTs `{ runId }` with the page's own credentials and expects `{ state }` within 30
 * seconds. An answer 503 is asked for once more, after its `Retry-After`.
 *
 * With IO Signatures there is no need for it: their endpoint can mint the `state` as well.
 *
 * @param init changes the request, such as `headers`; an own `signal` replaces the 30 seconds
 *
 * @example
 * <ConnectButton prepare={stateFrom('/api/state')} … />
 */
export const stateFrom =
  (url: string | URL, init?: RequestInit): StateFetcher =>
  async (request) => {
    const { state } = Object(await askEndpoint(url, init, request)) as { state?: unknown };
    if (typeof state === 'string' && state) return { state };
    const error = new TypeError('state');
    describeState(error);
    throw error;
  };
