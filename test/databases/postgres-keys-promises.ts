import { decodeProtectedHeader } from 'jose';
import {
  type PgliteDatabase,
  type PostgresPool,
  postgresKeys,
  postgresKeysSql,
} from 'react-360dialog-connect/server';
import { beforeEach, expect, it } from 'vitest';
import { storedApiKey } from '../../src/server/api-keys/stored-api-key';
import { failureOf } from '../server/partner-api/hub';

/** 32 bytes in base64. */
export const randomKey = () =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64');

/** What holds whichever client it is. */
export function postgresKeysPromises(client: () => PostgresPool | PgliteDatabase) {
  const [firstKey, secondKey] = [randomKey(), randomKey()];
  const keysBy = (...encryptionKey: string[]) => postgresKeys(client(), { encryptionKey });
  const soon = () => AbortSignal.timeout(5000);
  const sample = (apiKey: string) =>
    storedApiKey({ id: 'k1', appId: null, address: 'https://waba-v2.360dialog.io', apiKey });
  const put = (
    keys: ReturnType<typeof keysBy>,
    channelId: string,
    apiKey = `key of ${channelId}`,
  ) => keys.lock(channelId, ({ write }) => write(sample(apiKey)), soon());
  const rows = async () =>
    (await client().query('SELECT channel_id, sealed FROM dialog360_keys ORDER BY 1', [])).rows as {
      channel_id: string;
      sealed: string;
    }[];

  beforeEach(async () => {
    await client().query('TRUNCATE dialog360_keys', []);
  });

  it('gives what was stored, replaces it, and forgets it', async () => {
    const keys = keysBy(firstKey);
    expect(await keys.get('A-CH')).toBeNull();

    await put(keys, 'A-CH');
    expect((await keys.get('A-CH'))!.apiKey).toBe('key of A-CH');
    await put(keys, 'A-CH', 'another');
    expect(await keys.get('A-CH')).toEqual(sample('another'));
    expect((await keys.get('A-CH'))!.apiKey).toBe('another');
    await keys.delete('A-CH');
    await keys.delete('A-CH');

    expect(await keys.get('A-CH')).toBeNull();
  });

  it('has in its rows nothing but a channel’s ID and a JWE that names its encryptionKey', async () => {
    await put(keysBy(firstKey), 'A-CH');

    const { sealed } = (await rows())[0]!;

    expect(decodeProtectedHeader(sealed)).toEqual({
      alg: 'dir',
      enc: 'A256GCM',
      kid: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('key of');
  });

  it('opens the keys of an older encryptionKey, and encrypts with the first', async () => {
    await put(keysBy(firstKey), 'A-CH');
    const both = keysBy(secondKey, firstKey);

    await put(both, 'B-CH');

    expect((await both.get('A-CH'))!.apiKey).toBe('key of A-CH');
    expect((await keysBy(secondKey).get('B-CH'))!.apiKey).toBe('key of B-CH');
    expect(await failureOf(keysBy(firstKey).get('B-CH'))).toMatchObject({ code: 'unreadable' });
  });

  it('encrypts everything anew for a new encryptionKey, so that the old one can go', async () => {
    for (const id of ['A-CH', 'B-CH']) await put(keysBy(firstKey), id);
    await put(keysBy(secondKey), 'C-CH');

    expect(await keysBy(secondKey, firstKey).reencrypt()).toBe(2);
    expect(await keysBy(secondKey, firstKey).reencrypt()).toBe(0);

    for (const id of ['A-CH', 'B-CH', 'C-CH']) {
      expect((await keysBy(secondKey).get(id))!.apiKey).toBe(`key of ${id}`);
    }
  });

  it('refuses a row that was changed, or belongs to another channel, and changes nothing', async () => {
    const keys = keysBy(firstKey);
    for (const id of ['A-CH', 'B-CH']) await put(keys, id);
    const [a, b] = await rows();
    const flipped = a!.sealed.replace(/(?<=\.)[\w-](?=[^.]*$)/, (first) =>
      first === 'A' ? 'B' : 'A',
    );
    const set = (id: string, sealed: string) =>
      client().query('UPDATE dialog360_keys SET sealed = $2 WHERE channel_id = $1', [id, sealed]);

    for (const wrong of [b!.sealed, flipped, 'nothing', '']) {
      await set('A-CH', wrong);
      expect(await failureOf(keys.get('A-CH'))).toMatchObject({
        name: 'ApiKeyError',
        code: 'unreadable',
      });
    }

    expect((await rows())[0]!.sealed).toBe('');
    expect((await keys.get('B-CH'))!.apiKey).toBe('key of B-CH');
  });

  it('lets one at a time have a channel, and others have theirs', async () => {
    const places = [keysBy(firstKey), keysBy(firstKey)];
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await client().query('SELECT 1', []);
      inside--;
    };

    await Promise.all(
      places.flatMap((keys) => [1, 2, 3].map(() => keys.lock('A-CH', work, soon()))),
    );

    expect(most).toBe(1);
  });

  it('deletes a key once nobody is making one any more', async () => {
    const keys = keysBy(firstKey);
    let deleted: Promise<void> | undefined;

    await keys.lock(
      'A-CH',
      async ({ write }) => {
        deleted = keys.delete('A-CH');
        await write(sample('made meanwhile'));
      },
      soon(),
    );
    await deleted;

    expect(await keys.get('A-CH')).toBeNull();
  });

  it('is given up where the channel is taken, and blocks nobody then', async () => {
    const keys = keysBy(firstKey);

    await keys.lock(
      'A-CH',
      async () => {
        const call = keys.lock('A-CH', async () => {}, AbortSignal.timeout(60));
        expect(await failureOf(call)).toMatchObject({ name: 'ApiKeyError', code: 'busy' });
      },
      soon(),
    );

    await put(keys, 'A-CH');
    expect(await keys.get('A-CH')).not.toBeNull();
  });

  it('takes its DDL a second time, and a table of another name', async () => {
    await client().query(postgresKeysSql, []);
    await client().query(postgresKeysSql.replace('dialog360_keys', 'other_keys'), []);
    const other = postgresKeys(client(), { encryptionKey: firstKey, table: 'other_keys' });

    await other.lock('A-CH', ({ write }) => write(sample('there')), soon());

    expect(await keysBy(firstKey).get('A-CH')).toBeNull();
    expect((await other.get('A-CH'))!.apiKey).toBe('there');
  });
}
