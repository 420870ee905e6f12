/**
 * A small memory with expiry that several of your processes share. Everything of this entry that has
 * to hold across processes takes one: `memoryStore()` for a single process, `redisStore(client)`,
 * `postgresStore(pool)`, or one of your own.
 */
export type Store = {
  /**
   * Claims a key, for the first who asks only. It is free again after `ttlSeconds`, a number above
   * 0, which a store may round up.
   *
   * @returns `true` for the first, `false` for everybody else
   */
  claim(key: string, ttlSeconds: number): Promise<boolean>;
  /** Gives a claim back, so that the next one gets it. */
  release(key: string): Promise<void>;
  /** Remembers a text for `ttlSeconds`, in place of what was there. */
  put(key: string, value: string, ttlSeconds: number): Promise<void>;
  /**
   * Reads what was put, and removes it: one caller gets it.
   *
   * @returns the text; `null` where there is none, or none any more
   */
  take(key: string): Promise<string | null>;
};

/**
 * For how long something is kept. Of what is none, a comparison would say that it is over, so that everybody
 * got a claim.
 *
 * @throws TypeError
 */
export function readTtl(ttlSeconds: unknown): number {
  if (typeof ttlSeconds === 'number' && Number.isFinite(ttlSeconds) && ttlSeconds > 0) {
    return ttlSeconds;
  }
  throw new TypeError('ttlSeconds must be a number above 0.');
}

/**
 * A store whose answers are checked before they are used: one that says neither yes nor no must not
 * let anybody in.
 */
export function checkedStore<Verbs extends Partial<Store>>(store: Verbs): Verbs {
  const { claim, take } = store;
  const checked: Partial<Store> = {
    // Those of a class are not its own, so that spreading would lose them.
    ...(store.release && { release: store.release.bind(store) }),
    ...(store.put && { put: store.put.bind(store) }),
    ...(claim && {
      async claim(key, ttlSeconds) {
        const isOurs: unknown = await claim.call(store, key, ttlSeconds);
        if (typeof isOurs === 'boolean') return isOurs;
        throw new TypeError('store.claim must resolve to true or false.');
      },
    }),
    ...(take && {
      async take(key) {
        const value: unknown = await take.call(store, key);
        if (typeof value === 'string' || value === null) return value;
        throw new TypeError('store.take must resolve to a string or null.');
      },
    }),
  };
  return checked as Verbs;
}

/**
 * A store that somebody gave us, of which all four verbs are needed.
 *
 * @throws TypeError where one is missing
 */
export function readStore(store: Store): Store {
  const verbs = ['claim', 'release', 'put', 'take'] as const;
  if (verbs.every((verb) => typeof store?.[verb] === 'function')) return checkedStore(store);
  throw new TypeError('store must have claim, release, put and take, as postgresStore(pool) has.');
}
