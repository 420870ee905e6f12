// @vitest-environment node
import { memoryStore, type Store } from 'react-360dialog-connect/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdClaim } from '../../../src/server/store/hold-claim';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

/** A store whose claims can be made to fail or hang, as in an outage. */
function failingStore() {
  const store = memoryStore();
  const outage: { claim: Store['claim'] | null } = { claim: null };
  const claim: Store['claim'] = (...asked) => (outage.claim ?? store.claim)(...asked);
  return { store: { ...store, claim }, outage };
}

it('keeps everybody else out for an hour, at every second', async () => {
  const store = memoryStore();
  const held = await holdClaim(store, 'a');

  for (let second = 0; second < 3600; second++) {
    expect(await holdClaim(store, 'a')).toBeNull();
    await seconds(1);
  }

  expect(held!.signal.aborted).toBe(false);
});

it('is free at once when it was given back, and not renewed any more', async () => {
  const store = memoryStore();
  const held = await holdClaim(store, 'a');
  await seconds(45);

  await held!.release();
  const next = await holdClaim(store, 'a');

  expect(next).not.toBeNull();
  await next!.release();
  expect(vi.getTimerCount()).toBe(0);
});

it('is free a minute after its holder was killed', async () => {
  const { store, outage } = failingStore();
  for (const livedSeconds of [0, 29, 31, 59, 61, 200]) {
    outage.claim = null;
    const key = `lived ${livedSeconds}`;
    await holdClaim(store, key);
    await seconds(livedSeconds);

    // A process that is gone claims nothing.
    const { claim } = memoryStore();
    outage.claim = async (asked, ttl) => (asked.startsWith(key) ? false : claim(asked, ttl));
    await seconds(61);
    outage.claim = null;

    expect(await holdClaim(store, key), key).not.toBeNull();
  }
});

it('outlives an outage of its store that is shorter than its other claim', async () => {
  const { store, outage } = failingStore();
  const held = await holdClaim(store, 'a');
  await seconds(29);

  outage.claim = () => Promise.reject(new Error('down'));
  await seconds(25);
  outage.claim = null;
  await seconds(300);

  expect(held!.signal.aborted).toBe(false);
  expect(await holdClaim(store, 'a')).toBeNull();
});

it.each<[string, Store['claim']]>([
  ['is down', () => Promise.reject(new Error('down'))],
  ['answers late', () => new Promise((resolve) => setTimeout(resolve, 90_000, true))],
  ['never answers', () => new Promise(() => {})],
])('tells its holder where the store %s, until both have run out', async (_, claim) => {
  const { store, outage } = failingStore();
  const held = await holdClaim(store, 'a');

  outage.claim = claim;
  await seconds(125);
  outage.claim = null;

  expect(held!.signal.aborted).toBe(true);
  const next = await holdClaim(store, 'a');
  await held!.release();
  // It is the next one’s now, and stays so.
  expect(next).not.toBeNull();
  expect(await holdClaim(store, 'a')).toBeNull();
});

it('gives back a claim that was being renewed', async () => {
  const { store, outage } = failingStore();
  const held = await holdClaim(store, 'a');
  outage.claim = async (...asked) => {
    await new Promise((resolve) => setTimeout(resolve, 5000));
    return store.claim(...asked);
  };
  await seconds(31);
  outage.claim = null;

  const released = held!.release();
  await seconds(10);
  await released;

  expect(await holdClaim(store, 'a')).not.toBeNull();
});

it('leaves nothing behind where the store fails between its two claims', async () => {
  const { store, outage } = failingStore();
  outage.claim = async (key) => {
    if (key.endsWith(':2')) throw new Error('down');
    return true;
  };
  const release = vi.spyOn(store, 'release');

  await expect(holdClaim(store, 'a')).rejects.toThrow('down');

  expect(release).toHaveBeenCalledWith('a:1');
  expect(vi.getTimerCount()).toBe(0);
});
