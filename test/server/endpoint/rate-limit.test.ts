// @vitest-environment node
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { ioSignatureFrom } from 'react-360dialog-connect/core';
import {
  memoryStore,
  type RateLimit,
  type RateLimitStore,
  type Store,
} from 'react-360dialog-connect/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, countingSigner, makeHandler } from '../requests';

const userOf = (request: Request) => ({ user: request.headers.get('x-user') });
const limited = (rateLimit: RateLimit) =>
  makeHandler({ rateLimit, authorize: userOf, signer: countingSigner() });
const askAs = (user: string) => ask({ 'x-user': user });

describe('rateLimit', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('answers 429 with Retry-After to the 30 calls of a minute that are too many', async () => {
    const signer = countingSigner();
    const handler = makeHandler({
      signer,
      authorize: userOf,
      rateLimit: { limit: 10, windowSeconds: 60 },
    });

    const responses: Response[] = [];
    for (let call = 0; call < 30; call++) {
      responses.push(await handler(askAs('anna')));
      vi.advanceTimersByTime(1500);
    }

    expect(responses.map(({ status }) => status)).toEqual([
      ...Array(10).fill(200),
      ...Array(20).fill(429),
    ]);
    expect(signer.asked).toBe(10);
    expect(responses[10]!.headers.get('retry-after')).toBe('45');
    expect(responses[29]!.headers.get('retry-after')).toBe('17');
    expect(await responses[29]!.text()).toBe('{"error":"too_many_requests"}');
  });

  it('counts anew after the window, and each user apart', async () => {
    const handler = limited({ limit: 1, windowSeconds: 60 });
    const statusFor = async (user: string) => (await handler(askAs(user))).status;

    expect(await statusFor('anna')).toBe(200);
    expect(await statusFor('anna')).toBe(429);
    expect(await statusFor('ben')).toBe(200);
    vi.advanceTimersByTime(59_999);
    expect(await statusFor('anna')).toBe(429);
    vi.advanceTimersByTime(1);
    expect(await statusFor('anna')).toBe(200);
    expect(await statusFor('anna')).toBe(429);
  });

  it('counts nobody who is refused before', async () => {
    const handler = limited({ limit: 1, windowSeconds: 60 });

    await handler(ask({ 'x-user': 'anna', 'sec-fetch-site': 'cross-site' }));
    await handler(ask({ 'x-user': '' }));

    expect((await handler(askAs('anna'))).status).toBe(200);
  });

  it('remembers a bounded number of users', async () => {
    const handler = limited({ limit: 1, windowSeconds: 3600 });
    for (let user = 0; user < 10_001; user++) await handler(askAs(`user-${user}`));

    expect((await handler(askAs('user-10000'))).status).toBe(429);
    expect((await handler(askAs('user-0'))).status).toBe(200);
  });

  it('leaves the counting to a store', async () => {
    const store: RateLimitStore = { hit: vi.fn(async () => ({ count: 6, resetSeconds: 0.2 })) };
    const handler = limited({ limit: 5, windowSeconds: 60, store });

    const response = await handler(askAs('anna'));

    expect(store.hit).toHaveBeenCalledExactlyOnceWith('anna', 60);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('1');
  });

  it('needs a user to count by', async () => {
    const onError = vi.fn();
    const handler = makeHandler({ rateLimit: { limit: 5, windowSeconds: 60 }, onError });

    expect((await handler(ask())).status).toBe(500);

    expect(onError).toHaveBeenCalledWith(
      expect.objectContaining({ message: expect.stringContaining('{ user }') }),
    );
  });

  it.each([
    { limit: 0, windowSeconds: 60 },
    { limit: 1.5, windowSeconds: 60 },
    { limit: Number.NaN, windowSeconds: 60 },
    { limit: 5, windowSeconds: 0 },
    { limit: 5, windowSeconds: Number.POSITIVE_INFINITY },
    { limit: 5 } as RateLimit,
  ])('of %j is refused at start-up', (rateLimit) => {
    expect(() => makeHandler({ rateLimit })).toThrow(/rateLimit/);
  });
});

describe('ioSignatureFrom, which the button asks with', () => {
  it('understands the answer, and rejects on a refusal', async () => {
    const handler = makeHandler({
      authorize: () => ({ user: 'anna' }),
      rateLimit: { limit: 1, windowSeconds: 60 },
      states: { mint: async () => 'minted' },
    });
    const server = createServer(getRequestListener((request) => handler(request)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    // Browsers send this by themselves, Node does not.
    const headers = { 'sec-fetch-site': 'same-origin' };
    const fetchIoSignature = ioSignatureFrom(`http://127.0.0.1:${port}/`, { headers });
    const run = { partnerId: 'aAbBcCPA', signal: new AbortController().signal };

    await expect(fetchIoSignature(run)).resolves.toEqual({
      io_signature: expect.stringMatching(/^[0-9a-f]{128}$/),
      io_timestamp: expect.any(Number),
      state: 'minted',
    });
    await expect(fetchIoSignature(run)).rejects.toThrow('429');

    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('a rate limit on the store that all processes share', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_775_653_740_000 });
  });
  afterEach(() => void vi.useRealTimers());
  const statuses = async (handle: ReturnType<typeof makeHandler>, count: number) =>
    Promise.all(Array.from({ length: count }, async () => (await handle(ask())).status));
  const limited = (store: Pick<Store, 'claim'>, user = 'anna') =>
    makeHandler({ authorize: () => ({ user }), rateLimit: { limit: 3, windowSeconds: 60, store } });

  it('counts the calls of one user at two processes together', async () => {
    const store = memoryStore();
    const [one, other] = [limited(store), limited(store)];

    const all = [...(await statuses(one, 2)), ...(await statuses(other, 4))];

    expect(all.sort()).toEqual([200, 200, 200, 429, 429, 429]);
  });

  it('says when the window ends, and counts anew then', async () => {
    const store = memoryStore();
    const handle = limited(store);
    vi.advanceTimersByTime(15_000);
    await statuses(handle, 3);

    const refused = await handle(ask());
    expect(refused.headers.get('retry-after')).toBe('45');
    vi.advanceTimersByTime(45_000);

    expect(await statuses(handle, 4)).toEqual([200, 200, 200, 429]);
  });

  it('counts each user apart', async () => {
    const store = memoryStore();
    await statuses(limited(store), 5);

    expect(await statuses(limited(store, 'ben'), 3)).toEqual([200, 200, 200]);
  });

  it('asks the store no more for a user whose places are known to be taken', async () => {
    const store = memoryStore();
    const claim = vi.fn(store.claim);
    const handle = limited({ claim });
    await statuses(handle, 4);
    claim.mockClear();

    expect(await statuses(handle, 5)).toEqual([429, 429, 429, 429, 429]);

    expect(claim).not.toHaveBeenCalled();
  });

  it('lets in again who met a store that was down', async () => {
    const store = memoryStore();
    const claim = vi.fn(store.claim);
    for (let i = 0; i < 3; i++) claim.mockRejectedValueOnce(new Error('down'));
    const handle = limited({ claim });

    expect(await statuses(handle, 3)).toEqual([500, 500, 500]);

    expect(await statuses(handle, 4)).toEqual([200, 200, 200, 429]);
  });

  it('counts nothing in a window that began while the store was asked', async () => {
    const store = memoryStore();
    vi.advanceTimersByTime(59_500);
    await statuses(limited(store), 3);
    let answer!: () => void;
    const claim = vi.fn(store.claim).mockImplementationOnce(async (key, ttlSeconds) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return store.claim(key, ttlSeconds);
    });
    const handle = limited({ claim });
    const slow = handle(ask());
    await vi.advanceTimersByTimeAsync(1000);
    expect(await statuses(handle, 1)).toEqual([200]);

    answer();

    expect((await slow).status).toBe(429);
    expect(await statuses(handle, 3)).toEqual([200, 200, 429]);
  });

  it.each([undefined, null, 'OK', 1, {}])('lets nobody in where it answers %j', async (reply) => {
    const onError = vi.fn();
    const store = { claim: async () => reply as unknown as boolean };
    const handle = makeHandler({
      onError,
      authorize: () => ({ user: 'anna' }),
      rateLimit: { limit: 3, windowSeconds: 60, store },
    });

    expect((await handle(ask())).status).toBe(500);
    expect(onError).toHaveBeenCalledTimes(1);
  });
});

describe('a store of the app’s own that counts', () => {
  it.each([
    undefined,
    null,
    5,
    'OK',
    {},
    { count: 1 },
    { count: 1, ttl: 60 },
    { count: null, resetSeconds: null },
    { count: '1', resetSeconds: '60' },
    { count: Number.NaN, resetSeconds: 60 },
    { count: 1.5, resetSeconds: 60 },
    { count: -1, resetSeconds: 60 },
    { count: 0, resetSeconds: 60 },
    { count: 1, resetSeconds: Number.NaN },
    [1, 60],
  ])('lets nobody in where it answers %j', async (hit) => {
    const onError = vi.fn();
    const signer = countingSigner();
    const handle = makeHandler({
      onError,
      signer,
      authorize: () => ({ user: 'anna' }),
      rateLimit: { limit: 3, windowSeconds: 60, store: { hit: async () => hit as never } },
    });

    expect((await handle(ask())).status).toBe(500);
    expect(onError.mock.calls[0]![0].message).toMatch(/store\.hit must resolve to/);
    expect(signer.asked).toBe(0);
  });
});
