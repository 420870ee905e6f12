// @vitest-environment node
import { type PostgresClient, postgresStore } from 'react-360dialog-connect/server';
import { describe, expect, it, vi } from 'vitest';

// The real `pg`, a real PostgreSQL and PGlite are in test/databases.
describe('postgresStore', () => {
  const replying = (reply: unknown) => ({ query: vi.fn(async () => reply as { rows: unknown[] }) });

  it.each([
    'Store',
    'store; DROP TABLE users',
    'a"b',
    'a.b.c',
    '.a',
    'a.',
    '1a',
    'ä',
    'a b',
    '',
    'a'.repeat(64),
    'a\n',
    7,
    {},
  ])('refuses the table %j at start-up', (table) => {
    const make = () => postgresStore(replying({ rows: [] }), { table: table as string });

    expect(make).toThrow(/^table must be a name such as/);
  });

  it.each([undefined, null, {}, { query: 'SELECT 1' }, 'postgres://localhost'])(
    'refuses %j in place of a pool at start-up',
    (pool) => {
      expect(() => postgresStore(pool as unknown as PostgresClient)).toThrow(
        'postgresStore takes a client or pool with query(text, values).',
      );
    },
  );

  it.each([undefined, null, {}, [], { rows: 1 }, 'ok'])(
    'gives nothing out where the query answers %j',
    async (reply) => {
      const store = postgresStore(replying(reply));

      await expect(store.claim('a', 60)).rejects.toThrow('query must resolve to { rows }.');
      await expect(store.take('a')).rejects.toThrow('query must resolve to { rows }.');
    },
  );

  it('lets a caller know that the database is away', async () => {
    const away = new Error('connection refused');
    const store = postgresStore({ query: vi.fn().mockRejectedValue(away) });

    await expect(store.claim('a', 60)).rejects.toBe(away);
    await expect(store.put('a', '', 60)).rejects.toBe(away);
    await expect(store.take('a')).rejects.toBe(away);
    await expect(store.release('a')).rejects.toBe(away);
  });

  it('answers though a sweep fails', async () => {
    const query = vi.fn(async (text: string) => {
      if (text.includes('SKIP LOCKED')) throw new Error('canceling statement');
      return { rows: [{ key: 'a' }] };
    });

    expect(await postgresStore({ query }).claim('a', 60)).toBe(true);
    expect(query).toHaveBeenCalledTimes(2);
  });

  it('sweeps at most once a minute', async () => {
    vi.useFakeTimers();
    const { query } = replying({ rows: [] });
    const store = postgresStore({ query });
    const sweeps = () =>
      (query.mock.calls as unknown[][]).filter(([text]) => /SKIP LOCKED/.test(String(text))).length;

    for (let count = 0; count < 10; count++) await store.claim('a', 60);
    expect(sweeps()).toBe(1);
    vi.advanceTimersByTime(60_000);
    for (let count = 0; count < 10; count++) await store.put('a', '', 60);
    expect(sweeps()).toBe(2);

    vi.useRealTimers();
  });
});
