import { type EventFacts, watched, watchWork } from '../events/watch-work';
import { ApiKeyError } from './api-key-error';
import type { ApiKeySlot } from './api-keys';
import { type EnsureApiKeyOptions, readEnsureOptions } from './ensure-options';
import { isSameAddress } from './messaging-webhook';
import { setMessagingWebhook } from './set-messaging-webhook';
import { changedApiKey, type StoredApiKey, storedApiKey } from './stored-api-key';
import { withinWait } from './within-wait';

/**
 * A channel's API key. `apiKey` is there when you ask for it by name, and nowhere else: `console.log`,
 * `JSON.stringify` and a spread leave it out.
 */
export type EnsuredApiKey = {
  /** The secret, for the header `D360-API-KEY`. */
  readonly apiKey: string;
  /** Where the messaging API of this channel is. */
  address: string;
  /** Whether this call made it. */
  isNew: boolean;
};

type Job = Awaited<ReturnType<typeof readEnsureOptions>>;

/** One where the messaging API refuses a new key at once: a dead process's late request has revoked it. */
const maxNewKeys = 2;

/**
 * The channel's API key: the stored one, or a new one which is stored before anything else is done with it,
 * and then gets its messaging webhook. Call it as often as you like, from as many processes: there is
 * exactly one valid key, and it is the stored one. Where a call is killed, at whatever moment, the next one
 * goes on from there.
 *
 * A new key revokes the older one at 360dialog and drops its messaging webhook, so one is made only where
 * none is stored, where the stored one is known to be revoked, and for `rotate`.
 *
 * @throws PartnerApiError (as a rejection) where 360dialog makes no key, because the client has not given
 * permission yet, say: nothing was stored, and you call again at the next webhook
 * @throws ApiKeyError (as a rejection)
 * @throws TypeError (as a rejection) for an option that cannot be right
 *
 * @example
 * const { apiKey, address } = await ensureApiKey({
 *   api,
 *   keys: postgresKeys(pool, { encryptionKey: process.env.KEYS_ENCRYPTION_KEY }),
 *   channelId: 'y9MiLoCH',
 *   messagingWebhook: { url: 'https://app.example/whatsapp' },
 * });
 */
export async function ensureApiKey(options: EnsureApiKeyOptions): Promise<EnsuredApiKey> {
  const job = await readEnsureOptions(options);
  return watched(watchWork(job.onEvent, 'api_key'), factsOf(job), () => ensure(job));
}

const factsOf = ({ api, channelId, runId }: Job): EventFacts => ({
  partnerId: api.partnerId ?? null,
  channelId,
  ...(runId !== undefined && { runId }),
});

async function ensure(job: Job): Promise<EnsuredApiKey> {
  if (!job.isRotation && !job.isCheck) {
    const stored = await job.keys.get(job.channelId);
    if (stored && isSettled(stored, job)) return ensured(stored, false);
  }
  return withinWait(job.waitSeconds, (signal) =>
    job.keys.lock(job.channelId, (slot) => ensureAlone(slot, job), signal),
  );
}

const isSettled = (key: StoredApiKey, { webhook }: Job) =>
  !key.isDoubtful && hasWebhook(key, webhook);

const hasWebhook = (key: StoredApiKey, webhook: Job['webhook']) =>
  webhook === null || key.messagingWebhook?.digest === webhook.digest;

/** Nobody else has the channel meanwhile. */
async function ensureAlone(slot: ApiKeySlot, job: Job): Promise<EnsuredApiKey> {
  const stored = await slot.read();
  if (stored && !job.isRotation) {
    const settled = await checkStored(slot, stored, job);
    if (settled) return ensured(settled, false);
  }
  let previous = stored;
  for (let made = 0; made < maxNewKeys; made++) {
    const fresh = await makeKey(slot, previous, job);
    const settled = await completeKey(slot, fresh, job);
    if (settled) return ensured(settled, true);
    previous = fresh;
  }
  throw new ApiKeyError('key_refused', { status: 401 });
}

/** Stores it before anything else is done: 360dialog shows it this once. */
async function makeKey(
  slot: ApiKeySlot,
  previous: StoredApiKey | null,
  { api, channelId }: Job,
): Promise<StoredApiKey> {
  // From the request on, nobody knows whether the one before is valid, until the new one is stored.
  if (previous && !previous.isDoubtful) {
    await slot.write(changedApiKey(previous, { isDoubtful: true }));
  }
  const created = await api.createApiKey(channelId);
  const { id, appId, address, apiKey } = created;
  const fresh = storedApiKey({ id, appId, address, apiKey });
  await slot.write(fresh);
  return fresh;
}

/** @returns the key as it is now; `null` where it was revoked */
async function checkStored(
  slot: ApiKeySlot,
  key: StoredApiKey,
  job: Job,
): Promise<StoredApiKey | null> {
  if (!key.isDoubtful && !job.isCheck) return completeKey(slot, key, job);
  const answer = await job.messaging.readWebhook(key);
  if (answer.outcome === 'revoked') return null;
  if (answer.outcome === 'failed') throw new ApiKeyError('unchecked', answer);
  const { messagingWebhook } = key;
  const isThere =
    messagingWebhook !== null && isSameAddress(messagingWebhook.url, answer.webhookUrl);
  const checked = changedApiKey(key, {
    isDoubtful: false,
    messagingWebhook: isThere ? messagingWebhook : null,
  });
  if (key.isDoubtful || messagingWebhook !== checked.messagingWebhook) await slot.write(checked);
  return completeKey(slot, checked, job);
}

/** @returns the key with its messaging webhook; `null` where it was revoked */
async function completeKey(
  slot: ApiKeySlot,
  key: StoredApiKey,
  { webhook, messaging }: Job,
): Promise<StoredApiKey | null> {
  if (webhook === null || hasWebhook(key, webhook)) return key;
  if (!(await setMessagingWebhook(messaging, key, webhook))) return null;
  const { url, digest } = webhook;
  const complete = changedApiKey(key, { messagingWebhook: { url, digest } });
  await slot.write(complete);
  return complete;
}

const ensured = ({ apiKey, address }: StoredApiKey, isNew: boolean): EnsuredApiKey =>
  Object.defineProperty({ address, isNew }, 'apiKey', { value: apiKey }) as EnsuredApiKey;
