// @vitest-environment node
import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import {
  type PostgresClient,
  postgresStore,
  postgresStoreSql,
} from 'react-360dialog-connect/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { whyMissing } from '../../scripts/system-packages';
import { reportMissing } from '../helpers/report-missing';
import { promisesOfOurStore } from '../server/store/promises-of-a-store';
import { startPostgres } from './postgres-server';

const missing = whyMissing('postgres');
if (missing) reportMissing('PostgreSQL', missing);

/** As if so much time had passed for every row. */
const age = (client: PostgresClient, seconds: number) =>
  client.query('UPDATE dialog360_store SET expires_at = expires_at - make_interval(secs => $1)', [
    seconds,
  ]);

/** What holds whichever client it is. */
function promisesOnPostgres(client: () => PostgresClient) {
  beforeEach(() => client().query('TRUNCATE dialog360_store', []) as Promise<unknown>);

  promisesOfOurStore(() => postgresStore(client()));

  it('forgets a claim and a value when their time is over', async () => {
    const store = postgresStore(client());
    await store.claim('a', 60);
    await store.put('a', 'anna', 60);
    await store.put('b', 'ben', 60);

    await age(client(), 50);
    expect(await store.claim('a', 60)).toBe(false);
    expect(await store.take('b')).toBe('ben');
    await age(client(), 10);

    expect(await store.claim('a', 60)).toBe(true);
    expect(await store.take('a')).toBeNull();
  });

  it('lets one of many have a claim that has expired', async () => {
    const store = postgresStore(client());
    await store.claim('a', 60);
    await age(client(), 60);

    const claims = await Promise.all(Array.from({ length: 20 }, () => store.claim('a', 60)));

    expect(claims.filter(Boolean)).toEqual([true]);
  });

  it('sweeps what has expired beside writing, and nothing else', async () => {
    const store = postgresStore(client());
    await client().query(
      `INSERT INTO dialog360_store (kind, key, expires_at)
       SELECT 'claim', n::text, now() - interval '1 second' FROM generate_series(1, 900) AS n`,
      [],
    );
    await client().query(
      `INSERT INTO dialog360_store VALUES ('claim', 'live', NULL, now() + interval '1 hour')`,
      [],
    );

    await store.claim('new', 60);

    const { rows } = await client().query('SELECT key FROM dialog360_store ORDER BY key', []);
    expect(rows).toEqual([{ key: 'live' }, { key: 'new' }]);
  });

  it('takes its DDL a second time, and a table of another name', async () => {
    await client().query(postgresStoreSql, []);
    await client().query('CREATE SCHEMA IF NOT EXISTS connect', []);
    await client().query(postgresStoreSql.replace('dialog360_store', 'connect."user"'), []);

    await postgresStore(client(), { table: 'connect.user' }).put('a', 'anna', 60);

    expect(await postgresStore(client()).take('a')).toBeNull();
    expect(await postgresStore(client(), { table: 'connect.user' }).take('a')).toBe('anna');
  });

  it('finds what has expired by an index', async () => {
    await client().query('SET enable_seqscan = off', []);

    const { rows } = await client().query(
      'EXPLAIN SELECT 1 FROM dialog360_store WHERE expires_at <= now() ORDER BY expires_at LIMIT 9',
      [],
    );

    await client().query('RESET enable_seqscan', []);
    expect(JSON.stringify(rows)).toContain('dialog360_store_expires_at_kind_key_key');
  });
}

describe.skipIf(missing)('postgresStore on a real PostgreSQL, by a pool of pg', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let pool: Pool;
  let otherPool: Pool;

  beforeAll(async () => {
    server = await startPostgres();
    pool = new Pool({ connectionString: server.url, max: 2 });
    otherPool = new Pool({ connectionString: server.url, max: 2 });
    await pool.query(postgresStoreSql);
  });
  afterAll(async () => {
    await Promise.all([pool?.end(), otherPool?.end()]);
    await server?.stop();
  });

  promisesOnPostgres(() => pool);

  it('never deadlocks two pools of two connections, whatever they are asked at once', async () => {
    const stores = [pool, otherPool].map((each) => postgresStore(each));
    const keys = Array.from({ length: 100 }, (_, index) => `key ${index}`);
    await pool.query(
      `INSERT INTO dialog360_store (kind, key, expires_at)
       SELECT 'claim', 'key ' || n, now() - interval '1 second' FROM generate_series(0, 99) AS n`,
    );

    const asked = stores.flatMap((store, index) =>
      // In opposite orders, which is what deadlocks are made of.
      (index === 0 ? keys : keys.toReversed()).map(async (key) => {
        const isClaimed = await store.claim(key, 60);
        await store.put(key, 'text', 60);
        return { isClaimed, taken: await store.take(key) };
      }),
    );
    const answers = await Promise.all(asked);

    expect(answers.filter(({ isClaimed }) => isClaimed)).toHaveLength(100);
    expect(answers.filter(({ taken }) => taken !== null).length).toBeGreaterThanOrEqual(100);
  });
});

describe('postgresStore on PGlite', () => {
  let database: PGlite;

  beforeAll(async () => {
    database = await PGlite.create();
    await database.query(postgresStoreSql);
  });
  afterAll(() => database?.close());

  promisesOnPostgres(() => database);
});
