import { isPartnerId } from '../../core/partner-id';
import {
  createEndpoint,
  type EndpointHandler,
  type EndpointOptions,
  type LetIn,
} from '../endpoint/create-endpoint';
import type { States } from './states';

/** Who gets a `state`, and on which terms. `Context` is the handler's second argument. */
export type StateHandlerOptions<Context = unknown> = EndpointOptions<Context> & {
  /** Mints it, bound to the user whom `authorize` names, which must be `{ user }`. */
  states: Pick<States, 'mint'>;
  /** Of which of your partner IDs these runs are, where you have several: `verifyResult` picks among `apis` by it. */
  partnerId?: string | undefined;
};

/**
 * Makes the endpoint that `stateFrom(url)` of the button asks, for partners without IO Signatures: `POST`
 * from a page of its own origin with a JSON content type, answered with `{ state, runId }`. Refusals are
 * those of `ioSignatureHandler`.
 *
 * @throws TypeError when an option is wrong or `authorize` is missing
 *
 * @example
 * export const POST = stateHandler({
 *   states: createStates({ store: postgresStore(pool) }),
 *   authorize: async (request) => ({ user: (await sessionOf(request))?.userId }),
 * });
 */
export function stateHandler<Context = unknown>(
  options: StateHandlerOptions<Context>,
): EndpointHandler<Context> {
  const { states, partnerId } = Object(options) as typeof options;
  checkStates(states);
  if (partnerId !== undefined && !isPartnerId(partnerId)) {
    throw new TypeError('partnerId must be your 360dialog partner ID: letters, digits, "-", "_".');
  }
  return createEndpoint('state', options, (letIn) => {
    letIn.note({ partnerId: partnerId ?? null });
    return mintFor(states, letIn, partnerId);
  });
}

/** @throws TypeError */
export function checkStates(states: Pick<States, 'mint'>): void {
  if (typeof states?.mint !== 'function') {
    throw new TypeError('states must be what createStates makes.');
  }
}

/** Begins the run of somebody who was let in, with one of your partner accounts where it is known which. */
export async function mintFor(
  states: Pick<States, 'mint'>,
  { user, runId }: Pick<LetIn, 'user' | 'runId'>,
  partnerId: string | undefined,
): Promise<{ state: string; runId: string }> {
  if (user === undefined) {
    throw new TypeError('With states, authorize must return { user } with a string or number.');
  }
  return { state: readMinted(await states.mint(user, { runId, partnerId })), runId };
}

/** The states may be the app's own. */
function readMinted(state: unknown): string {
  if (typeof state === 'string' && state !== '') return state;
  throw new TypeError('states.mint must return a string that is not empty.');
}
