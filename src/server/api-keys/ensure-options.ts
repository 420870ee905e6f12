import type { OnEvent } from '../events/server-event';
import { checkOnEvent } from '../events/watch-work';
import { idInPath } from '../partner-api/id-in-path';
import type { PartnerApi } from '../partner-api/partner-api';
import type { ApiKeys } from './api-keys';
import { createMessagingCalls } from './messaging-calls';
import { type MessagingWebhook, readMessagingWebhook } from './messaging-webhook';
import { usualWaitSeconds } from './within-wait';

/** Whose key, where it lives, and what it needs. */
export type EnsureApiKeyOptions = {
  /** Makes the key: `createPartnerApi()`. */
  api: Pick<PartnerApi, 'createApiKey'> & { readonly partnerId?: string };
  /** Where the key lives: `postgresKeys()`, or `memoryKeys()` in development. */
  keys: ApiKeys;
  /** The channel, as a webhook or the redirect names it. */
  channelId: string;
  /** Where the channel's messages go. Set at 360dialog and read back, once for each key and change. */
  messagingWebhook?: MessagingWebhook | undefined;
  /**
   * Makes a new key in place of the stored one, which ends at once. For a key that has leaked.
   *
   * @default false
   */
  rotate?: boolean | undefined;
  /**
   * Asks the messaging API whether the stored key is valid, and where its messages go, though it has been
   * settled before. One more call; a key that was revoked is replaced.
   *
   * @default false
   */
  verify?: boolean | undefined;
  /**
   * How long to wait while another call has the channel, in seconds, at most 600.
   *
   * @default 60
   */
  waitSeconds?: number | undefined;
  /**
   * Sends the requests to the messaging API.
   *
   * @default the runtime's own
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** For your log or traces: what came of it, in public words. */
  onEvent?: OnEvent | undefined;
  /** Names the run that it belongs to, for `onEvent`. */
  runId?: string | undefined;
};

const maxWaitSeconds = 600;

/** @throws TypeError (as a rejection) that names the option, and never its value */
export async function readEnsureOptions(options: EnsureApiKeyOptions) {
  const given = Object(options) as EnsureApiKeyOptions;
  const { api, keys, messagingWebhook, waitSeconds = usualWaitSeconds, fetch, onEvent } = given;
  checkOnEvent(onEvent);
  if (typeof api?.createApiKey !== 'function') {
    throw new TypeError('api must have createApiKey, as that of createPartnerApi() does.');
  }
  if (typeof keys?.get !== 'function' || typeof keys.lock !== 'function') {
    throw new TypeError('keys must be postgresKeys() or memoryKeys().');
  }
  if (fetch !== undefined && typeof fetch !== 'function') {
    throw new TypeError('fetch must be a function.');
  }
  const isTime = waitSeconds > 0 && waitSeconds <= maxWaitSeconds;
  if (typeof waitSeconds !== 'number' || !isTime) {
    throw new TypeError(`waitSeconds must be a number above 0, at most ${maxWaitSeconds}.`);
  }
  return {
    api,
    keys,
    waitSeconds,
    onEvent,
    runId: given.runId,
    channelId: idInPath(given.channelId, 'channelId'),
    isRotation: readFlag(given.rotate, 'rotate'),
    isCheck: readFlag(given.verify, 'verify'),
    webhook: messagingWebhook === undefined ? null : await readMessagingWebhook(messagingWebhook),
    messaging: createMessagingCalls(fetch),
  };
}

function readFlag(value: unknown = false, name: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new TypeError(`${name} must be true or false.`);
}
