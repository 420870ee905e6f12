// @vitest-environment node
import { inspect } from 'node:util';
import { type PostgresPool, postgresKeys } from 'react-360dialog-connect/server';
import { describe, expect, it } from 'vitest';

const encryptionKey = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64');
const pool: PostgresPool = {
  query: async () => ({ rows: [] }),
  connect: () => Promise.reject(new Error('No database here.')),
};
const failureOf = (act: () => unknown): Error => {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('Nothing was thrown.');
};

describe('postgresKeys', () => {
  it.each([
    [undefined],
    [''],
    [[]],
    [[encryptionKey, '']],
    ['secret-that-is-short'],
    [encryptionKey.slice(0, 20)],
    ['ab'.repeat(32)],
    [`${encryptionKey}\n`],
    [Buffer.alloc(32, 'a').toString('base64')],
  ])('refuses the encryptionKey %j at start-up, and does not tell it', (wrong) => {
    const error = failureOf(() => postgresKeys(pool, { encryptionKey: wrong }));

    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(/^encryptionKey /);
    if (wrong?.[0]) expect(error.message).not.toContain(String(wrong));
  });

  it('takes base64 in both alphabets, with and without its padding', () => {
    const forms = [
      encryptionKey,
      encryptionKey.replace('=', ''),
      Buffer.from(encryptionKey, 'base64').toString('base64url'),
    ];

    for (const form of forms) {
      expect(postgresKeys(pool, { encryptionKey: form })).toHaveProperty('get');
    }
  });

  it.each(['keys; DROP TABLE x', 'Keys', 'a.b.c', ''])('refuses the table %j', (table) => {
    expect(failureOf(() => postgresKeys(pool, { encryptionKey, table }))).toBeInstanceOf(TypeError);
  });

  it('refuses a client whose connections nobody knows, because a lock belongs to one', () => {
    const client = { query: pool.query } as PostgresPool;

    const error = failureOf(() => postgresKeys(client, { encryptionKey }));

    expect(error.message).toMatch(/takes a pool/);
  });

  it('shows no encryptionKey when it is printed', () => {
    const keys = postgresKeys(pool, { encryptionKey });

    expect(inspect(keys, { depth: 9, showHidden: true })).not.toContain(encryptionKey);
  });

  it('gives a call up that gets no connection of a pool which is used up', async () => {
    const released: unknown[] = [];
    const giveUp = new AbortController();
    let arrive = (_: never) => {};
    const connection = { ...pool, release: () => void released.push('released') };
    const usedUp = {
      ...pool,
      connect: () =>
        new Promise<never>((resolve) => {
          arrive = resolve;
          queueMicrotask(() => giveUp.abort());
        }),
    };
    const keys = postgresKeys(usedUp, { encryptionKey });

    const call = keys.lock('Ada0CH', async () => 'done', giveUp.signal);

    await expect(call).rejects.toMatchObject({ name: 'ApiKeyError', code: 'busy' });
    arrive(connection as never);
    await expect.poll(() => released).toEqual(['released']);
  });
});
