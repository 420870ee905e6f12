// @vitest-environment node
import {
  createSandboxApp,
  createSandboxState,
  sandboxPartnerApiKey,
} from 'react-360dialog-connect/sandbox';
import {
  createLimiter,
  createPartnerApi,
  type LimiterOptions,
  memoryStore,
} from 'react-360dialog-connect/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addClientWithChannels, failureOf, partnerId } from './hub';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const seconds = () => Math.round(performance.now() / 1000);

/** Lets a limiter give so many turns. @returns in which second each came, in the order asked for */
async function turns(limiter: { acquire(): Promise<void> }, count: number): Promise<number[]> {
  const begun = seconds();
  const times = Array.from({ length: count }, () =>
    limiter.acquire().then(() => seconds() - begun),
  );
  await vi.advanceTimersByTimeAsync(300_000);
  return Promise.all(times);
}

/** The most calls in any window of so many seconds. */
const mostWithin = (windowSeconds: number, times: number[]) =>
  Math.max(
    ...times.map((from) => times.filter((t) => t >= from && t < from + windowSeconds).length),
  );

describe('a limiter', () => {
  it('lets 5 calls go in any 30 seconds, first come, first served', async () => {
    const times = await turns(createLimiter(), 12);

    expect(times).toEqual([0, 0, 0, 0, 0, 31, 31, 31, 31, 31, 62, 62]);
  });

  it('counts for all who share its store, and nobody loses a turn', async () => {
    const store = memoryStore();
    const processes = [1, 2, 3].map(() => createLimiter({ store }));

    const times = await Promise.all(processes.map((each) => turns(each, 8)));

    const sorted = times.flat().sort((a, b) => a - b);
    expect(sorted).toHaveLength(24);
    expect(mostWithin(30, sorted)).toBe(5);
    expect(sorted.at(-1)).toBeLessThan(4 * 31 + 10);
    for (const each of times) expect(each).toEqual(each.toSorted((a, b) => a - b));
  });

  it('counts apart what has other names', async () => {
    const store = memoryStore();
    const [one, other] = ['aPA', 'bPA'].map((name) => createLimiter({ store, name, requests: 1 }));

    expect(await turns(one!, 1)).toEqual([0]);
    expect(await turns(other!, 1)).toEqual([0]);
  });

  it('lets nothing go while it is paused, and then no more than else', async () => {
    const limiter = createLimiter({ requests: 2, seconds: 9 });
    limiter.pause(100);
    limiter.pause(5);

    expect(await turns(limiter, 5)).toEqual([100, 100, 110, 110, 120]);
  });

  it('gives the turn of one that gave up to the next', async () => {
    const limiter = createLimiter({ requests: 1, seconds: 9 });
    const controller = new AbortController();
    await limiter.acquire();
    const givenUp = limiter.acquire(controller.signal);
    const next = turns(limiter, 1);

    controller.abort(new Error('gone'));

    await expect(givenUp).rejects.toThrow('gone');
    expect(await next).toEqual([10]);
    await expect(limiter.acquire(controller.signal)).rejects.toThrow('gone');
  });

  it('goes on without a call that a frozen store holds, and gives that up after ten seconds', async () => {
    const answers = [new Promise<boolean>(() => {})];
    const store = { claim: () => answers.pop() ?? Promise.resolve(true) };
    const limiter = createLimiter({ store });
    const begun = seconds();
    const held = failureOf(limiter.acquire()).then((error) => ({
      error,
      after: seconds() - begun,
    }));

    const [time] = await turns(limiter, 1);

    expect(time).toBeLessThanOrEqual(7);
    const error = new Error("The limiter's store did not answer within 10 seconds.");
    expect(await held).toEqual({ error, after: 10 });
  });

  it('gives its turn to a call that a slow store has held for so long that others went first', async () => {
    const slow = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 8000));
    const answers = [slow];
    const limiter = createLimiter({ store: { claim: async () => answers.pop() ?? true } });

    const [held, other] = await turns(limiter, 2);

    expect(other).toBeLessThan(held!);
    expect(held).toBeLessThanOrEqual(9);
  });

  it('lets nobody through where its store answers neither yes nor no', async () => {
    const limiter = createLimiter({ store: { claim: async () => 'OK' as never } });

    await expect(limiter.acquire()).rejects.toThrow('store.claim must resolve to true or false.');
  });

  it.each<[LimiterOptions, string]>([
    [{ requests: 0 }, 'requests'],
    [{ requests: 1.5 }, 'requests'],
    [{ seconds: Number.POSITIVE_INFINITY }, 'seconds'],
    [{ name: '' }, 'name'],
    [{ store: {} as never }, 'store'],
  ])('refuses %j', (options, text) => {
    expect(() => createLimiter(options)).toThrow(TypeError);
    expect(() => createLimiter(options)).toThrow(text);
  });
});

describe('20 onboardings in one minute', () => {
  it('make their calls under 360dialog’s limit, in order, and none is lost', async () => {
    const state = createSandboxState();
    const app = createSandboxApp(state);
    const { channels } = addClientWithChannels(state, 20);
    const calls: { id: string; second: number; status: number }[] = [];
    const api = createPartnerApi({
      partnerId,
      apiKey: sandboxPartnerApiKey,
      baseUrl: 'http://localhost:3600/api/v2',
      async fetch(request) {
        const response = await app.fetch(request);
        const id = /channels\/(\w+)\/api_keys/.exec(request.url)![1]!;
        calls.push({ id, second: seconds(), status: response.status });
        return response;
      },
    });

    const keys = channels.map(async ({ id }, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 3000));
      return (await api.createApiKey(id)).apiKey;
    });
    await vi.advanceTimersByTimeAsync(200_000);

    expect(new Set(await Promise.all(keys)).size).toBe(20);
    expect(calls.map(({ id }) => id)).toEqual(channels.map(({ id }) => id));
    expect(calls.every(({ status }) => status === 201)).toBe(true);
    expect(
      mostWithin(
        30,
        calls.map(({ second }) => second),
      ),
    ).toBe(5);
  });
});
