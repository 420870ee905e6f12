import type { Store } from 'react-360dialog-connect/server';
import { expect, it } from 'vitest';

type MakeStore = () => Store | Promise<Store>;

let last = 0;
/** Of one test alone. */
const newKey = () => `key ${++last}: ä/${Math.random()}`;

/** What every store promises. */
export function promisesOfAStore(make: MakeStore): void {
  it('lets the first have a claim, and nobody after', async () => {
    const store = await make();
    const key = newKey();

    const claims = await Promise.all([1, 2, 3].map(() => store.claim(key, 60)));

    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.claim(key, 60)).toBe(false);
    expect(await store.claim(newKey(), 60)).toBe(true);
  });

  it('lets the next have a claim that was given back', async () => {
    const store = await make();
    const key = newKey();
    await store.claim(key, 60);

    await store.release(key);
    await store.release(newKey());

    expect(await store.claim(key, 60)).toBe(true);
    expect(await store.claim(key, 60)).toBe(false);
  });

  it.each(['anna', '', '{"user":"ä\u{1f600}"}', 'x'.repeat(100_000)])(
    'gives what was put to one of those who take it',
    async (value) => {
      const store = await make();
      const key = newKey();
      await store.put(key, value, 60);

      const taken = await Promise.all([1, 2, 3].map(() => store.take(key)));

      expect(taken.filter((each) => each !== null)).toEqual([value]);
      expect(await store.take(key)).toBeNull();
    },
  );

  it('has the newest of what was put', async () => {
    const store = await make();
    const key = newKey();
    await store.put(key, 'old', 60);

    await store.put(key, 'new', 60);

    expect(await store.take(key)).toBe('new');
  });

  it('has nothing under a name that nobody put anything under', async () => {
    const store = await make();

    expect(await store.take(newKey())).toBeNull();
  });

  it('takes a part of a second', async () => {
    const store = await make();
    const key = newKey();

    expect(await store.claim(key, 0.9)).toBe(true);
    await store.put(key, 'anna', 0.9);

    expect(await store.claim(key, 0.9)).toBe(false);
    expect(await store.take(key)).toBe('anna');
  });

  it('keeps claims and values apart', async () => {
    const store = await make();
    const key = newKey();
    await store.put(key, 'anna', 60);

    expect(await store.claim(key, 60)).toBe(true);
    await store.release(key);

    expect(await store.take(key)).toBe('anna');
  });
}

/** What those of the package promise besides; one of an app's own need not. */
export function promisesOfOurStore(make: MakeStore): void {
  promisesOfAStore(make);

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, undefined, null, '60'])(
    'lets nobody have anything for %s seconds',
    async (ttlSeconds) => {
      const store = await make();
      const key = newKey();

      await expect(store.claim(key, ttlSeconds as number)).rejects.toThrow(/^ttlSeconds must be/);
      await expect(store.put(key, 'anna', ttlSeconds as number)).rejects.toThrow(TypeError);

      expect(await store.take(key)).toBeNull();
    },
  );
}
