import { checkedStore, type Store } from '../store/store';

/** How many calls one user may make. */
export type RateLimit = {
  /** So many calls within a window of `windowSeconds`. */
  limit: number;
  /** The length of a window. Then the user's count starts at 0 again. */
  windowSeconds: number;
  /**
   * Counts for all your processes: the store that your signer has, or one of your own that counts.
   * Without it, each process counts for itself, for the 10,000 users who came last.
   */
  store?: Pick<Store, 'claim'> | RateLimitStore | undefined;
};

/** Counts calls in windows of fixed length, where yours can. In Redis: `INCR`, `EXPIRE … NX`, `TTL`. */
export type RateLimitStore = {
  /** Counts this call. `count` includes it; after `resetSeconds` it starts at 0 again. */
  hit(user: string, windowSeconds: number): Promise<{ count: number; resetSeconds: number }>;
};

/** Counts a call of a user. @returns 0 lets it in; else the seconds to wait */
type CountCall = (user: string) => Promise<number>;

/**
 * @param name of the endpoint: a store may serve several
 * @throws TypeError when the limit could never, or always, be reached
 */
export function createRateLimit(rateLimit: RateLimit, name: string): CountCall {
  const { limit, windowSeconds, store = countInMemory() } = Object(rateLimit) as RateLimit;
  if (
    !(Number.isInteger(limit) && limit > 0 && Number.isFinite(windowSeconds) && windowSeconds > 0)
  ) {
    throw new TypeError('rateLimit needs a whole limit above 0 and windowSeconds above 0.');
  }
  if (typeof store !== 'object' || store === null) {
    throw new TypeError('rateLimit.store must have claim.');
  }
  if ('hit' in store) return countByHits(limit, windowSeconds, store);
  if (typeof store.claim !== 'function') throw new TypeError('rateLimit.store must have claim.');
  return countByClaims(limit, windowSeconds, checkedStore(store), name);
}

const countByHits =
  (limit: number, windowSeconds: number, store: RateLimitStore): CountCall =>
  async (user) => {
    const { count, resetSeconds } = readHit(await store.hit(user, windowSeconds));
    return count <= limit ? 0 : Math.max(1, Math.ceil(resetSeconds));
  };

/** An answer that does not say how many must not let anybody in. */
function readHit(hit: unknown): { count: number; resetSeconds: number } {
  const { count, resetSeconds } = (hit ?? {}) as Record<string, unknown>;
  const isRight = Number.isInteger(count) && Number(count) > 0 && Number.isFinite(resetSeconds);
  if (isRight) return { count: Number(count), resetSeconds: Number(resetSeconds) };
  throw new TypeError('store.hit must resolve to { count, resetSeconds }, two numbers.');
}

const maxUsers = 10_000;

/** A window starts with the user's first call. */
function countInMemory(): RateLimitStore {
  const windows = new Map<string, { count: number; endsAtMs: number }>();
  return {
    async hit(user, windowSeconds) {
      const nowMs = performance.now();
      const known = windows.get(user);
      const isRunning = known !== undefined && known.endsAtMs > nowMs;
      const window = isRunning ? known : { count: 0, endsAtMs: nowMs + windowSeconds * 1000 };
      window.count++;
      // Set anew, so that the first of the map is the one who has been away for longest.
      windows.delete(user);
      windows.set(user, window);
      if (windows.size > maxUsers) windows.delete(windows.keys().next().value!);
      return { count: window.count, resetSeconds: (window.endsAtMs - nowMs) / 1000 };
    },
  };
}

/**
 * Of a store that can only claim: each window of a user has `limit` places, and a call takes the next
 * one that is free.
 */
function countByClaims(
  limit: number,
  windowSeconds: number,
  store: Pick<Store, 'claim'>,
  name: string,
): CountCall {
  // How many places of whom are known to be taken, so that nobody asks for them again.
  let current = { window: Number.NaN, taken: new Map<string, number>() };

  return async (user) => {
    const nowSeconds = Date.now() / 1000;
    const window = Math.floor(nowSeconds / windowSeconds);
    if (window !== current.window) current = { window, taken: new Map() };
    // A call that is still waiting when the next window begins must not count there.
    const { taken } = current;
    for (let place = taken.get(user) ?? 0; place < limit; place++) {
      taken.set(user, Math.max(taken.get(user) ?? 0, place + 1));
      const key = `rate:${name}:${windowSeconds}:${window}:${place}:${user}`;
      try {
        if (await store.claim(key, Math.ceil(windowSeconds))) return 0;
      } catch (error) {
        taken.delete(user); // Nobody knows now which are.
        throw error;
      }
    }
    return Math.max(1, Math.ceil((window + 1) * windowSeconds - nowSeconds));
  };
}
