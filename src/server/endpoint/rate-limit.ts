/** How many signatures one user may have. */
export type RateLimit = {
  /** So many calls within `windowSeconds`, which start at the user's first call. */
  limit: number;
  /** The length of a window. Then the user's count starts at 0 again. */
  windowSeconds: number;
  /**
   * Counts for all your processes. Without it, each process counts for itself, in memory and for
   * the 10,000 users who came last.
   */
  store?: RateLimitStore;
};

/** Counts calls in windows of fixed length. In Redis: `INCR`, `EXPIRE … NX`, `TTL`. */
export type RateLimitStore = {
  /** Counts this call. `count` includes it; after `resetSeconds` it starts at 0 again. */
  hit(user: string, windowSeconds: number): Promise<{ count: number; resetSeconds: number }>;
};

const maxUsers = 10_000;

/** @throws TypeError when the limit could never, or always, be reached */
export function checkRateLimit({ limit, windowSeconds }: RateLimit): void {
  if (
    !(Number.isInteger(limit) && limit > 0 && Number.isFinite(windowSeconds) && windowSeconds > 0)
  ) {
    throw new TypeError('rateLimit needs a whole limit above 0 and windowSeconds above 0.');
  }
}

/** The store that is used when none is given. */
export function createMemoryRateLimitStore(): RateLimitStore {
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

/** Counts a call. `0` lets it in; else the seconds to wait. */
export async function secondsToWait(rateLimit: RateLimit, store: RateLimitStore, user: string) {
  const { count, resetSeconds } = await store.hit(user, rateLimit.windowSeconds);
  if (count <= rateLimit.limit) return 0;
  return Math.max(1, Math.ceil(resetSeconds));
}
