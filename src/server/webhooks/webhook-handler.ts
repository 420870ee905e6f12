import { answer, refuse, refuseForNow, wordOf } from '../endpoint/answers';
import { tell } from '../endpoint/tell';
import type { OnEvent } from '../events/server-event';
import { type EventFacts, outcomeOfStatus, watchWork } from '../events/watch-work';
import { readStore, type Store } from '../store/store';
import { eventKey } from './event-key';
import { oncePerEvent } from './once-per-event';
import { readWebhook, type VerifiedWebhook } from './verify-webhook';
import { isWebhookError, type WebhookErrorCode } from './webhook-error';
import type { WebhookEvent } from './webhook-event';
import { type OnUnknown, readHandlers, type WebhookHandlers } from './webhook-handlers';
import { readWebhookSecrets, type WebhookSecrets } from './webhook-secrets';
import { isLeaseOver } from './within-lease';

/** A genuine webhook as it came, to be replayed in development. It holds data of your clients. */
export type WebhookDelivery = {
  /** The raw bytes of the body. */
  body: Uint8Array;
  /** The header `x-360dialog-signature`. */
  signature: string;
  /** When it came, in ms since 1970. */
  receivedAtMs: number;
};

/** What to do with which events. Give `platformSecret`, or `partners`. */
export type WebhookHandlerOptions = WebhookSecrets & {
  /** Remembers which events are done, for all your processes. One address has one. */
  store: Store;
  /** What to do, by the name of the event. Those that are not in it are acknowledged. */
  on: WebhookHandlers;
  /**
   * Takes events with a name that is not documented, and those without the ID of what they are about.
   *
   * @default they are acknowledged
   */
  onUnknown?: OnUnknown | undefined;
  /**
   * For your log: what lay beneath a refusal or a failure. An error of this library holds no signature, no
   * secret and nothing of a body.
   */
  onError?: ((error: unknown) => void) | undefined;
  /** For your log or traces: what came of each delivery, in public words. */
  onEvent?: OnEvent | undefined;
  /**
   * How long a handler may take. When its process is killed, the event is handled again after this time. A
   * whole number of seconds, at most 3600.
   *
   * @default 60
   */
  leaseSeconds?: number | undefined;
  /** Gets each genuine delivery, also a repeated one, before it is handled. What it throws changes nothing. */
  record?: ((delivery: WebhookDelivery) => unknown) | undefined;
};

const statusOf: Record<WebhookErrorCode, 400 | 401 | 413> = {
  signature_missing: 401,
  signature_mismatch: 401,
  malformed: 400,
  too_large: 413,
};

/** Most handlers are done by then, and 360dialog need not wait for the whole lease. */
const comeAgainSeconds = 5;

/**
 * Makes the endpoint of your partner webhook URL. It answers 2xx only once your handler has succeeded, so
 * that 360dialog sends an event again until then, and has each event handled once by all processes that
 * share the store.
 *
 * A process may be killed after its handler has succeeded and before it could say so. Then the event is
 * handled a second time, so let a handler be one that may run twice.
 *
 * Refusals are `{ "error": "…" }` with a fixed word: 405 for other methods, 401 for what is not signed with your
 * secret, 413 above 1 MiB, 400 for what cannot be read, 503 with `Retry-After` while the event is being
 * handled and when that takes longer than its lease, 500 for what a handler or the store throws.
 *
 * @throws TypeError when a secret is missing or an option is wrong
 *
 * @example
 * const handler = webhookHandler({
 *   platformSecret: process.env.D360_PLATFORM_SECRET,
 *   store: postgresStore(pool),
 *   on: {
 *     async channel_live({ channelId }) {
 *       await markLive(channelId);
 *     },
 *   },
 * });
 */
export function webhookHandler(
  options: WebhookHandlerOptions,
): (request: Request) => Promise<Response> {
  const secrets = readWebhookSecrets(options);
  const { on, onUnknown, onError, onEvent, record, leaseSeconds = 60 } = options;
  const choose = readHandlers(on, onUnknown);
  checkFunctions({ onError, onEvent, record });
  if (!(Number.isInteger(leaseSeconds) && leaseSeconds > 0 && leaseSeconds <= 3600)) {
    throw new TypeError('leaseSeconds must be a whole number from 1 to 3600.');
  }
  const report = (error: unknown) => tell(onError, error);
  const handleOnce = oncePerEvent({ store: readStore(options.store), leaseSeconds, report });

  const read = async (request: Request): Promise<VerifiedWebhook | Response> => {
    try {
      return await readWebhook(request, secrets);
    } catch (error) {
      report(error);
      return refuse(isWebhookError(error) ? statusOf[error.code] : 500);
    }
  };
  const keepRecord = async ({ bytes, signature }: VerifiedWebhook) => {
    const delivery = { body: new Uint8Array(bytes), signature, receivedAtMs: Date.now() };
    try {
      await record?.(delivery);
    } catch (error) {
      report(error);
    }
  };
  const serve = async (webhook: VerifiedWebhook): Promise<Response> => {
    const handle = choose(webhook.event);
    if (!handle) return answer(200, { ok: true });
    try {
      const outcome = await handleOnce(await eventKey(webhook), handle);
      return outcome === 'done' ? answer(200, { ok: true }) : refuseForNow(503, comeAgainSeconds);
    } catch (error) {
      report(error);
      return isLeaseOver(error) ? refuseForNow(503, comeAgainSeconds) : refuse(500);
    }
  };

  return async (request) => {
    const work = watchWork(onEvent, 'webhook');
    const take = async (): Promise<Response> => {
      if (request.method !== 'POST') return refuse(405, { Allow: 'POST' });
      const webhook = await read(request);
      if (webhook instanceof Response) return webhook;
      work.note(factsOf(webhook.event));
      await keepRecord(webhook);
      return serve(webhook);
    };
    const response = await take();
    work.end(outcomeOfStatus(response.status), wordOf(response.status));
    return response;
  };
}

function factsOf(event: WebhookEvent): EventFacts {
  const channelId = event.kind === 'client' ? null : event.channelId;
  return {
    event: event.event,
    partnerId: event.partnerId,
    ...(event.clientId !== null && { clientId: event.clientId }),
    ...(channelId !== null && { channelId }),
  };
}

function checkFunctions(functions: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(functions)) {
    const isRight = value === undefined || typeof value === 'function';
    if (!isRight) throw new TypeError(`${name} must be a function.`);
  }
}
