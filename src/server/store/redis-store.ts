import { readTtl, type Store } from './store';

/** What is used of a client, pool or cluster of `redis` 4 to 6. */
export type NodeRedisClient = {
  /** Tells it from a client of `ioredis`. */
  SET: unknown;
  /** Sets a key with an expiry; with `NX` only one that is not there. */
  set(key: string, value: string, options: { NX?: true; EX: number }): Promise<unknown>;
  /** Reads a key and removes it (Redis 6.2). */
  getDel(key: string): Promise<unknown>;
  /** Removes a key. */
  del(key: string): Promise<unknown>;
};

/** What is used of a client or cluster of `ioredis` 5 or 6. */
export type IoRedisClient = {
  /** Tells it from a client of `redis`. */
  defineCommand: unknown;
  /** Sets a key with an expiry; with `NX` only one that is not there. */
  set(key: string, value: string, ex: 'EX', seconds: number, nx?: 'NX'): Promise<unknown>;
  /** Reads a key and removes it (Redis 6.2). */
  getdel(key: string): Promise<unknown>;
  /** Removes a key. */
  del(key: string): Promise<unknown>;
};

/** The commands that a store needs, whichever client gives them. */
type Commands = {
  setIfNew(key: string, value: string, seconds: number): Promise<unknown>;
  set(key: string, value: string, seconds: number): Promise<unknown>;
  getAndDelete(key: string): Promise<unknown>;
  delete(key: string): Promise<unknown>;
};

/**
 * Remembers in a Redis (6.2 or newer) that all your processes share. Takes a client of `redis` or
 * `ioredis` that you have connected. They are told apart by `SET`, which only `redis` has, and
 * `defineCommand`, which only `ioredis` has.
 *
 * A failover to a replica that missed the last writes can hand out a claim again.
 *
 * @throws TypeError when the client is neither; for others write a `Store` of your own
 *
 * @example
 * const redis = await createClient({ url: process.env.REDIS_URL }).connect();
 * createIoSigner({ partnerId, platformSecret, store: redisStore(redis) });
 */
export function redisStore(
  client: NodeRedisClient | IoRedisClient,
  options: {
    /**
     * Starts every key.
     *
     * @default '360dialog:'
     */
    prefix?: string | undefined;
  } = {},
): Store {
  const { prefix = '360dialog:' } = options;
  const commands = commandsOf(client);
  // A claim is a key of its own, so that a text that is put under its name is another matter.
  const claimKey = (key: string) => `${prefix}claim:${key}`;
  const valueKey = (key: string) => `${prefix}value:${key}`;
  return {
    async claim(key, ttlSeconds) {
      const reply = await commands.setIfNew(claimKey(key), '1', wholeSeconds(ttlSeconds));
      if (reply === null) return false;
      if (isOk(reply)) return true;
      throw new TypeError('Redis answered neither OK nor null to SET NX.');
    },
    async release(key) {
      await commands.delete(claimKey(key));
    },
    async put(key, value, ttlSeconds) {
      const reply = await commands.set(valueKey(key), value, wholeSeconds(ttlSeconds));
      if (!isOk(reply)) throw new TypeError('Redis did not answer OK to SET.');
    },
    async take(key) {
      const value = await commands.getAndDelete(valueKey(key));
      return value === null ? null : String(value);
    },
  };
}

/** `EX` takes no others. */
const wholeSeconds = (ttlSeconds: number) => Math.ceil(readTtl(ttlSeconds));

/** Some clients answer bytes. */
const isOk = (reply: unknown) => String(reply) === 'OK';

function commandsOf(client: NodeRedisClient | IoRedisClient): Commands {
  if (has(client, 'defineCommand', 'set', 'getdel', 'del')) {
    const redis = client as IoRedisClient;
    return {
      setIfNew: (key, value, seconds) => redis.set(key, value, 'EX', seconds, 'NX'),
      set: (key, value, seconds) => redis.set(key, value, 'EX', seconds),
      getAndDelete: (key) => redis.getdel(key),
      delete: (key) => redis.del(key),
    };
  }
  if (has(client, 'SET', 'set', 'getDel', 'del')) {
    const redis = client as NodeRedisClient;
    return {
      setIfNew: (key, value, seconds) => redis.set(key, value, { NX: true, EX: seconds }),
      set: (key, value, seconds) => redis.set(key, value, { EX: seconds }),
      getAndDelete: (key) => redis.getDel(key),
      delete: (key) => redis.del(key),
    };
  }
  // Guessing could overwrite: another client's `set` may not know these options.
  throw new TypeError('redisStore takes a client of "redis" or "ioredis".');
}

const has = (client: unknown, ...names: string[]) =>
  names.every(
    (name) => typeof (client as Record<string, unknown> | null | undefined)?.[name] === 'function',
  );
