import { readTtl, type Store } from './store';

/**
 * Remembers in this process alone. For tests, development, and an app that runs as one process; what
 * it knows ends with that.
 *
 * @example
 * const store = memoryStore();
 * await store.claim('a', 60); // true
 * await store.claim('a', 60); // false
 */
export function memoryStore(): Store {
  const claims = createExpiringMap();
  const values = createExpiringMap();
  return {
    async claim(key, ttlSeconds) {
      const ttl = readTtl(ttlSeconds);
      if (claims.get(key) !== null) return false;
      claims.set(key, '', ttl);
      return true;
    },
    async release(key) {
      claims.delete(key);
    },
    async put(key, value, ttlSeconds) {
      values.set(key, value, readTtl(ttlSeconds));
    },
    async take(key) {
      const value = values.get(key);
      values.delete(key);
      return value;
    },
  };
}

// A clock that only goes forward: a clock set back makes no entry live longer.
const nowMs = () => performance.now();

/** So many entries more than what the last sweep left bring the next one. */
const roomForMore = 1000;

function createExpiringMap() {
  const entries = new Map<string, { value: string; endsAtMs: number }>();
  let sweepAt = roomForMore;

  const sweep = () => {
    for (const [key, { endsAtMs }] of entries) if (endsAtMs <= nowMs()) entries.delete(key);
    sweepAt = entries.size * 2 + roomForMore;
  };
  return {
    get(key: string): string | null {
      const entry = entries.get(key);
      return entry && entry.endsAtMs > nowMs() ? entry.value : null;
    },
    set(key: string, value: string, ttlSeconds: number): void {
      entries.set(key, { value, endsAtMs: nowMs() + ttlSeconds * 1000 });
      if (entries.size >= sweepAt) sweep();
    },
    delete: (key: string) => entries.delete(key),
  };
}
