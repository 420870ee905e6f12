// @vitest-environment node
import { redisStore } from 'react-360dialog-connect/server';
import { describe, expect, it, vi } from 'vitest';
import { makeSigner } from '../signers';

// The real clients and a real Redis are in test/databases.
const replying = (reply: unknown) => vi.fn(async (..._: unknown[]) => reply);
const nodeRedis = (reply: unknown) => ({
  SET: vi.fn(),
  set: replying(reply),
  getDel: replying(reply),
  del: replying(reply),
});
const ioRedis = (reply: unknown) => ({
  defineCommand: vi.fn(),
  set: replying(reply),
  getdel: replying(reply),
  del: replying(reply),
});

describe('redisStore', () => {
  it('speaks to a client of redis in its way', async () => {
    const client = nodeRedis('OK');
    const store = redisStore(client);

    await expect(store.claim('a', 60)).resolves.toBe(true);
    await store.put('a', 'anna', 90);
    await store.take('a');
    await store.release('a');

    expect(client.set.mock.calls).toEqual([
      ['360dialog:claim:a', '1', { NX: true, EX: 60 }],
      ['360dialog:value:a', 'anna', { EX: 90 }],
    ]);
    expect(client.getDel.mock.calls).toEqual([['360dialog:value:a']]);
    expect(client.del.mock.calls).toEqual([['360dialog:claim:a']]);
  });

  it('speaks to a client of ioredis in its way', async () => {
    const client = ioRedis('OK');
    const store = redisStore(client);

    await expect(store.claim('a', 60)).resolves.toBe(true);
    await store.put('a', 'anna', 90);
    await store.take('a');
    await store.release('a');

    expect(client.set.mock.calls).toEqual([
      ['360dialog:claim:a', '1', 'EX', 60, 'NX'],
      ['360dialog:value:a', 'anna', 'EX', 90],
    ]);
    expect(client.getdel.mock.calls).toEqual([['360dialog:value:a']]);
    expect(client.del.mock.calls).toEqual([['360dialog:claim:a']]);
  });

  it('rounds a part of a second up, because Redis takes none', async () => {
    const client = nodeRedis('OK');

    await redisStore(client).claim('a', 1.2);

    expect(client.set.mock.calls[0]![2]).toEqual({ NX: true, EX: 2 });
  });

  it.each([0, Number.NaN, undefined])('asks for no claim of %s seconds', async (ttlSeconds) => {
    const client = ioRedis('OK');

    await expect(redisStore(client).claim('a', ttlSeconds as number)).rejects.toThrow(
      /^ttlSeconds/,
    );

    expect(client.set).not.toHaveBeenCalled();
  });

  it('starts the keys as it is told', async () => {
    const client = nodeRedis('OK');

    await redisStore(client, { prefix: 'shop/' }).claim('a', 60);

    expect(client.set.mock.calls[0]![0]).toBe('shop/claim:a');
  });

  it.each([nodeRedis, ioRedis])('takes null for taken: %o', async (make) => {
    await expect(redisStore(make(null)).claim('a', 60)).resolves.toBe(false);
  });

  it.each([nodeRedis, ioRedis])('takes null for nothing there: %o', async (make) => {
    await expect(redisStore(make(null)).take('a')).resolves.toBeNull();
  });

  it('understands bytes', async () => {
    await expect(redisStore(nodeRedis(Buffer.from('OK'))).claim('a', 60)).resolves.toBe(true);
    await expect(redisStore(nodeRedis(Buffer.from('anna'))).take('a')).resolves.toBe('anna');
  });

  it.each([undefined, 'QUEUED', 1, true, {}])('rejects the reply %j to a claim', async (reply) => {
    await expect(redisStore(ioRedis(reply)).claim('a', 60)).rejects.toThrow(/neither OK/);
  });

  it.each([undefined, 'QUEUED', null, {}])('rejects the reply %j to a value', async (reply) => {
    await expect(redisStore(ioRedis(reply)).put('a', 'anna', 60)).rejects.toThrow(/answer OK/);
  });

  it.each([
    undefined,
    null,
    {},
    { SET: vi.fn() },
    // Upstash's client, for one: it would ignore NX and let everybody have the claim.
    { set: replying('OK'), getdel: replying('OK'), del: replying('OK') },
  ])('throws at start-up for another client: %o', (client) => {
    expect(() => redisStore(client as never)).toThrow(/"redis" or "ioredis"/);
  });

  it('lets sign() reject when Redis is away', async () => {
    const away = new Error('The client is closed');
    const client = { ...nodeRedis('OK'), set: vi.fn().mockRejectedValue(away) };

    await expect(makeSigner({ store: redisStore(client) }).sign()).rejects.toBe(away);
  });
});
