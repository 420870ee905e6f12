import {
  createEndpoint,
  type EndpointHandler,
  type EndpointOptions,
} from '../endpoint/create-endpoint';
import { checkStates, mintFor } from '../states/state-handler';
import type { States } from '../states/states';
import type { IoSigner } from './create-io-signer';

/** Who gets a signature, and on which terms. `Context` is the handler's second argument. */
export type IoSignatureHandlerOptions<Context = unknown> = EndpointOptions<Context> & {
  /**
   * Makes the signatures; see `createIoSigner`. A function is called at the first request: then a
   * missing secret stops no build, and no other page.
   */
  signer: IoSigner | (() => IoSigner);
  /**
   * Mints the `state` of the run, bound to the user whom `authorize` names, which must be `{ user }` then.
   * The button sends it to the hub and insists on getting it back; `verifyResult` checks it.
   */
  states?: Pick<States, 'mint'> | undefined;
};

/**
 * Makes the endpoint that a button's `fetchIoSignature` asks: `POST` from a page of its own origin
 * with a JSON content type, answered with `{ io_signature, io_timestamp, state? }`. Of the body,
 * only the `runId` is read: partner and time come from the server alone.
 *
 * Refusals are `{ "error": "…" }` with a fixed word: 405 for other methods, 403 for other origins
 * and for requests that no page sent, 415 for other content types, 401 and 403 from `authorize`,
 * 429 from `rateLimit`, 503 for a `SignerBusyError` and after 10 seconds, 500 for anything that
 * throws.
 *
 * @throws TypeError when an option is wrong or `authorize` is missing
 *
 * @example
 * export const POST = ioSignatureHandler({
 *   signer: () => createIoSigner({ partnerId: process.env.D360_PARTNER_ID, platformSecret: … }),
 *   authorize: async (request) => {
 *     const session = await sessionOf(request);
 *     return session ? { user: session.userId } : 401;
 *   },
 * });
 */
export function ioSignatureHandler<Context = unknown>(
  options: IoSignatureHandlerOptions<Context>,
): EndpointHandler<Context> {
  const { states, signer: given } = Object(options) as typeof options;
  if (states !== undefined) checkStates(states);
  const signerOf = lazily(given);
  return createEndpoint('io-signature', options, async (letIn) => {
    const signer = signerOf();
    const minted = states && (await mintFor(states, letIn, signer.partnerId));
    const { signal, note } = letIn;
    note({ partnerId: signer.partnerId });
    const { io_signature, io_timestamp } = readSignature(await signer.sign({ signal }));
    return { io_signature, io_timestamp, ...(minted && { state: minted.state }) };
  });
}

/** @throws TypeError at once for what can be no signer, and at the first request for what it gives */
function lazily(signer: IoSigner | (() => IoSigner)): () => IoSigner {
  let made: IoSigner | undefined;
  if (typeof signer !== 'function') made = readSigner(signer);
  return () => {
    if (!made && typeof signer === 'function') made = readSigner(signer());
    return made!;
  };
}

function readSigner(signer: IoSigner): IoSigner {
  if (typeof signer?.sign === 'function') return signer;
  throw new TypeError('signer must be an IoSigner, or a function that makes one.');
}

/** A signer may be the app's own. */
function readSignature(answer: unknown): { io_signature: string; io_timestamp: number } {
  const { io_signature, io_timestamp } = Object(answer) as Record<string, unknown>;
  const isRight = typeof io_signature === 'string' && io_signature !== '';
  if (isRight && Number.isInteger(io_timestamp)) {
    return { io_signature, io_timestamp: Number(io_timestamp) };
  }
  throw new TypeError('signer.sign must resolve to { io_signature, io_timestamp }.');
}
