// @vitest-environment node
import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import {
  createLimiter,
  type EnsureApiKeyOptions,
  ensureApiKey,
  postgresKeys,
  postgresKeysSql,
  postgresStore,
  postgresStoreSql,
} from 'react-360dialog-connect/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyMissing } from '../../scripts/system-packages';
import { issueChannelKey } from '../../src/sandbox/state/channel-keys';
import { reportMissing } from '../helpers/report-missing';
import { addClientWithChannels, failureOf, partnerId, startHub } from '../server/partner-api/hub';
import { startKillingHub } from './killing-hub';
import { postgresKeysPromises, randomKey } from './postgres-keys-promises';
import { startPostgres } from './postgres-server';
import { buildKeyProcess, type KeyJob } from './start-key-process';

const missing = whyMissing('postgres');
if (missing) reportMissing('PostgreSQL', missing);

const messagingWebhook = { url: 'https://app.example/whatsapp' };
const otherWebhook = { url: 'https://other.example/whatsapp' };

describe.skipIf(missing)('API keys in a real PostgreSQL', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let processes: Awaited<ReturnType<typeof buildKeyProcess>>;
  let pool: Pool;
  const encryptionKey = randomKey();

  beforeAll(async () => {
    [server, processes] = await Promise.all([startPostgres(), buildKeyProcess()]);
    pool = new Pool({ connectionString: server.url, max: 2 });
    await pool.query(postgresKeysSql);
    await pool.query(postgresStoreSql);
  });
  afterAll(async () => {
    await pool?.end();
    await server?.stop();
    await processes?.remove();
  });

  postgresKeysPromises(() => pool);

  it('are one valid key each, stored and with its webhook, after a kill -9 at any moment', async () => {
    const hub = await startKillingHub();
    const keys = postgresKeys(pool, { encryptionKey });
    const ensure = (channelId: string, options: Partial<EnsureApiKeyOptions> = {}) =>
      ensureApiKey({ api: hub.api(), keys, channelId, messagingWebhook, ...options });
    const revoke = (channelId: string) => void issueChannelKey(hub.state, channelId);
    const rotateInVain = async (channelId: string) => {
      const api = hub.api({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
      await failureOf(ensure(channelId, { api, rotate: true }));
    };
    type Case = {
      before?: (channelId: string) => Promise<unknown>;
      options?: KeyJob['options'];
      beside?: typeof ensure;
    };
    const cases: Record<string, Case> = {
      fresh: {},
      resumed: { before: (id) => ensureApiKey({ api: hub.api(), keys, channelId: id }) },
      moved: { before: (id) => ensure(id, { messagingWebhook: otherWebhook }) },
      checked: { before: ensure, options: { verify: true } },
      rotated: { before: ensure, options: { rotate: true } },
      revoked: { before: (id) => ensure(id).then(() => revoke(id)), options: { verify: true } },
      doubtful: { before: (id) => ensure(id).then(() => rotateInVain(id)) },
      lost: {
        before: (id) =>
          ensure(id)
            .then(() => rotateInVain(id))
            .then(() => revoke(id)),
      },
      beside: { beside: ensure },
    };

    /** @returns how many moments there were to die at */
    const killAtEachMoment = async (name: string): Promise<number> => {
      const { before, options = {}, beside } = cases[name]!;
      for (let diesAt = 0; ; diesAt++) {
        const channelId = `${name}-${diesAt}`;
        hub.addChannel(channelId);
        await before?.(channelId);
        const job = { channelIds: [channelId], options: { messagingWebhook, ...options }, diesAt };
        const [{ wasKilled }] = await Promise.all([
          processes.run({ ...hub.address, databaseUrl: server.url, encryptionKey, ...job }),
          beside?.(channelId),
        ]);

        const { apiKey } = await ensure(channelId, { verify: options.verify ?? false });

        const valid = hub.state.channelKeys.get(channelId)!;
        expect([channelId, apiKey]).toEqual([channelId, valid.apiKey]);
        expect((await keys.get(channelId))!.apiKey).toBe(valid.apiKey);
        expect([channelId, valid.webhook]).toEqual([channelId, messagingWebhook]);
        if (!wasKilled) return diesAt;
      }
    };
    const kills = await Promise.all(Object.keys(cases).map(killAtEachMoment));

    expect(kills.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(200);
  }, 300_000);

  it('are made once, whichever of two processes comes first', async () => {
    const hub = await startKillingHub();
    const channelIds = Array.from({ length: 20 }, (_, index) => `both-${index}`);
    for (const channelId of channelIds) hub.addChannel(channelId);
    const job = { ...hub.address, databaseUrl: server.url, encryptionKey, channelIds };
    const run = () => processes.run({ ...job, options: { messagingWebhook } });

    const outcomes = await Promise.all([run(), run()]);

    const valid = channelIds.map((channelId) => hub.state.channelKeys.get(channelId)!.apiKey);
    for (const { found } of outcomes) expect(found.map(({ apiKey }) => apiKey)).toEqual(valid);
    const made = outcomes.flatMap(({ found }) => found).filter(({ isNew }) => isNew);
    expect(made).toHaveLength(20);
  });

  it('never deadlock a pool of two connections, though the limiter’s store has the same one', async () => {
    const { state, api } = await startHub();
    const client = addClientWithChannels(state, 15);
    const limiter = createLimiter({ store: postgresStore(pool), requests: 1000 });
    const keys = postgresKeys(pool, { encryptionKey });
    const twice = [...client.channels, ...client.channels.toReversed()];

    const all = await Promise.all(
      twice.map(({ id }) =>
        ensureApiKey({ api: api({ limiter }), keys, channelId: id, messagingWebhook }),
      ),
    );

    expect(all.filter(({ isNew }) => isNew)).toHaveLength(15);
    expect(pool.waitingCount).toBe(0);
  });

  it('are not written by a process that has lost its connection, which ends nothing else', async () => {
    const { state, api } = await startHub();
    addClientWithChannels(state, 1, 'Cut');
    const keys = postgresKeys(pool, { encryptionKey });
    const cutOff = api({
      fetch: async (request) => {
        await pool.query('SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = $1', [
          'advisory',
        ]);
        return fetch(request);
      },
    });

    const error = await failureOf(ensureApiKey({ api: cutOff, keys, channelId: 'Cut0CH' }));

    expect(error).toBeInstanceOf(Error);
    expect(await keys.get('Cut0CH')).toBeNull();
    const { apiKey } = await ensureApiKey({ api: api(), keys, channelId: 'Cut0CH' });
    expect(apiKey).toBe(state.channelKeys.get('Cut0CH')!.apiKey);
  });

  it('leave no lock behind, and no connection out', async () => {
    const { state, api } = await startHub();
    addClientWithChannels(state, 1, 'Free');
    state.permissions.get(partnerId)!.clear();
    const keys = postgresKeys(pool, { encryptionKey });

    await failureOf(ensureApiKey({ api: api(), keys, channelId: 'Free0CH' }));

    const { rows } = await pool.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'");
    expect(rows).toEqual([]);
    expect(pool.totalCount - pool.idleCount).toBe(0);
  });
});

describe('API keys in PGlite', () => {
  let database: PGlite;

  beforeAll(async () => {
    database = new PGlite();
    await database.query(postgresKeysSql);
  });
  afterAll(() => database?.close());

  postgresKeysPromises(() => database);
});
