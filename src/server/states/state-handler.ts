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
  const { states } = options;
  checkStates(states);
  return createEndpoint('state', options, (letIn) => mintFor(states, letIn));
}

/** @throws TypeError */
export function checkStates(states: Pick<States, 'mint'>): void {
  if (typeof states?.mint !== 'function') {
    throw new TypeError('states must be what createStates makes.');
  }
}

/** Begins the run of somebody who was let in. */
export async function mintFor(
  states: Pick<States, 'mint'>,
  { user, runId }: Pick<LetIn, 'user' | 'runId'>,
): Promise<{ state: string; runId: string }> {
  if (user === undefined) {
    throw new TypeError('With states, authorize must return { user } with a string or number.');
  }
  return { state: await states.mint(user, { runId }), runId };
}
