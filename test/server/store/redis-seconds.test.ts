// @vitest-environment node
import { redisSeconds } from 'react-360dialog-connect/server';
import { expect, it, vi } from 'vitest';
import { makeSigner, partnerId, second } from '../signers';

// The real clients and a real Redis are in test/databases.
const replying = (reply: unknown) => vi.fn(async (..._: unknown[]) => reply);
const nodeRedis = (reply: unknown) => ({ SET: vi.fn(), set: replying(reply) });
const ioRedis = (reply: unknown) => ({ defineCommand: vi.fn(), set: replying(reply) });

it('speaks to a client of redis in its way', async () => {
  const client = nodeRedis('OK');

  await expect(redisSeconds(client)(partnerId, second)).resolves.toBe(true);

  const key = `io-signature:${partnerId}:${second}`;
  expect(client.set).toHaveBeenCalledExactlyOnceWith(key, '1', { NX: true, EX: 90_000 });
});

it('speaks to a client of ioredis in its way', async () => {
  const client = ioRedis('OK');

  await expect(redisSeconds(client)(partnerId, second)).resolves.toBe(true);

  const key = `io-signature:${partnerId}:${second}`;
  expect(client.set).toHaveBeenCalledExactlyOnceWith(key, '1', 'EX', 90_000, 'NX');
});

it('starts the keys as it is told', async () => {
  const client = nodeRedis('OK');

  await redisSeconds(client, { prefix: 'shop/' })(partnerId, second);

  expect(client.set.mock.calls[0]![0]).toBe(`shop/${partnerId}:${second}`);
});

it.each([nodeRedis, ioRedis])('takes null for taken: %o', async (make) => {
  await expect(redisSeconds(make(null))(partnerId, second)).resolves.toBe(false);
});

it('understands OK as bytes', async () => {
  const client = nodeRedis(Buffer.from('OK'));

  await expect(redisSeconds(client)(partnerId, second)).resolves.toBe(true);
});

it.each([undefined, 'QUEUED', 1, true, {}])('rejects the reply %j', async (reply) => {
  await expect(redisSeconds(ioRedis(reply))(partnerId, second)).rejects.toThrow(/neither OK/);
});

it.each([
  undefined,
  null,
  {},
  { SET: vi.fn() },
  // Upstash's client, for one: it would ignore NX and let everybody have the second.
  { set: replying('OK') },
])('throws at start-up for another client: %o', (client) => {
  expect(() => redisSeconds(client as never)).toThrow(/"redis" or "ioredis"/);
});

it('lets sign() reject when Redis is away', async () => {
  const away = new Error('The client is closed');
  const client = { SET: vi.fn(), set: vi.fn().mockRejectedValue(away) };

  await expect(makeSigner({ reserveSecond: redisSeconds(client) }).sign()).rejects.toBe(away);
});
