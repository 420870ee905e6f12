import { keptValues } from '../store/kept-values';
import type { Store } from '../store/store';
import { StateBusyError } from './state-busy-error';

/** Which keys were minted in an hour, so that they can be listed: a store cannot be searched. */
type OpenRuns = {
  add(key: string, ttlSeconds: number): Promise<void>;
  /** The keys of all that may still be open, whichever process added them, oldest hour first. */
  keys(): Promise<string[]>;
};

/** Runs are seldom minted for longer. */
const usualSeconds = 86_400;

const hourMs = 3_600_000;

/** Longer than a list is written, shorter than anybody waits. */
const lockSeconds = 5;
const tries = 40;
const pauseMs = 50;

/** Keeps them in a store, a list for each hour. */
export function openRuns(store: Store): OpenRuns {
  const lists = keptValues(store, 'state:hour');

  const locked = async <Value>(list: number | string, act: () => Promise<Value>) => {
    const lock = `state:hour:${list}`;
    for (let attempt = 0; attempt < tries; attempt++) {
      if (await store.claim(lock, lockSeconds)) {
        return act().finally(() => store.release(lock).catch(() => {}));
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    throw new StateBusyError(1);
  };
  /** The list of an hour with the seconds that it is kept for at its front. */
  const readList = async (hour: number): Promise<{ ttlSeconds: number; keys: string[] }> => {
    const read = (text: string) => JSON.parse(text) as { ttlSeconds: number; keys: string[] };
    const text = await lists.read(String(hour), (value) => read(value).ttlSeconds);
    return text === null ? { ttlSeconds: 1, keys: [] } : read(text);
  };
  /** For how long the longest of those that took longer than usual may be open. */
  const readLongest = async () => Number(await lists.read('longest', Number));
  const rememberLongest = (ttlSeconds: number) =>
    locked('longest', async () => {
      const longest = Math.max(await readLongest(), ttlSeconds);
      await lists.keep('longest', String(longest), longest);
    });
  return {
    async add(key, ttlSeconds) {
      const hour = Math.floor(Date.now() / hourMs);
      await locked(hour, async () => {
        const list = await readList(hour);
        const longest = Math.max(list.ttlSeconds, ttlSeconds + hourMs / 1000);
        const text = JSON.stringify({ ttlSeconds: longest, keys: [...list.keys, key] });
        await lists.keep(String(hour), text, longest);
      });
      if (ttlSeconds > usualSeconds) await rememberLongest(ttlSeconds);
    },
    async keys() {
      const now = Date.now();
      const seconds = Math.max(usualSeconds, await locked('longest', readLongest));
      const first = Math.floor((now - seconds * 1000) / hourMs);
      const keys: string[] = [];
      for (let hour = first; hour <= now / hourMs; hour++) {
        keys.push(...(await locked(hour, () => readList(hour))).keys);
      }
      return keys;
    },
  };
}
