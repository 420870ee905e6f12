// @vitest-environment node
import { memoryStore } from 'react-360dialog-connect/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { promisesOfOurStore } from './promises-of-a-store';

describe('memoryStore', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  promisesOfOurStore(memoryStore);

  it('forgets a claim when its time is over', async () => {
    const store = memoryStore();
    await store.claim('a', 60);

    vi.advanceTimersByTime(59_999);
    expect(await store.claim('a', 60)).toBe(false);
    vi.advanceTimersByTime(1);

    expect(await store.claim('a', 60)).toBe(true);
  });

  it('forgets a value when its time is over', async () => {
    const store = memoryStore();
    await store.put('a', 'anna', 60);

    vi.advanceTimersByTime(60_000);

    expect(await store.take('a')).toBeNull();
  });

  it('keeps a claim though the clock is set', async () => {
    const store = memoryStore();
    await store.claim('a', 60);

    vi.setSystemTime(Date.now() + 3_600_000);

    expect(await store.claim('a', 60)).toBe(false);
  });

  it('keeps no more than what may still count', async () => {
    const setSize = vi.spyOn(Map.prototype, 'set');
    const store = memoryStore();
    for (let count = 0; count < 20_000; count++) {
      await store.claim(`key ${count}`, 1);
      vi.advanceTimersByTime(1);
    }

    const [entries] = setSize.mock.contexts as Map<string, unknown>[];
    expect(entries!.size).toBeLessThan(5000);
  });

  it('knows nothing of another one', async () => {
    await memoryStore().claim('a', 60);

    expect(await memoryStore().claim('a', 60)).toBe(true);
  });
});
