import type { ReserveSecond } from '../io-signature/create-second-issuer';

/** What is used of a client, pool or cluster of `redis` 4 to 6. */
export type NodeRedisClient = {
  /** Tells it from a client of `ioredis`. */
  SET: unknown;
  /** Claims a key that does not exist yet. */
  set(key: string, value: string, options: { NX: true; EX: number }): Promise<unknown>;
};

/** What is used of a client or cluster of `ioredis` 5 or 6. */
export type IoRedisClient = {
  /** Tells it from a client of `redis`. */
  defineCommand: unknown;
  /** Claims a key that does not exist yet. */
  set(key: string, value: string, ex: 'EX', seconds: number, nx: 'NX'): Promise<unknown>;
};

// Longer than a signature lives, so that not even a clock an hour behind uses a second again.
const expirySeconds = 25 * 60 * 60;

/**
 * Claims seconds in a Redis that all your processes share: `SET key NX` with an expiry of 25 hours.
 * Takes a client of `redis` or `ioredis` that you have connected. They are told apart by `SET`,
 * which only `redis` has, and `defineCommand`, which only `ioredis` has.
 *
 * A failover to a replica that missed the last writes can hand their seconds out again.
 *
 * @throws TypeError when the client is neither; for others write your own `reserveSecond`
 *
 * @example
 * const redis = await createClient({ url: process.env.REDIS_URL }).connect();
 * createIoSigner({ partnerId, platformSecret, reserveSecond: redisSeconds(redis) });
 */
export function redisSeconds(
  client: NodeRedisClient | IoRedisClient,
  options: {
    /**
     * Starts every key; the partner ID and the second follow.
     *
     * @default 'io-signature:'
     */
    prefix?: string;
  } = {},
): ReserveSecond {
  const { prefix = 'io-signature:' } = options;
  const setIfNew = setterOf(client);
  return async (partnerId, second) => {
    const reply = await setIfNew(`${prefix}${partnerId}:${second}`);
    if (reply === null) return false;
    if (String(reply) === 'OK') return true;
    throw new TypeError('Redis answered neither OK nor null to SET NX.');
  };
}

function setterOf(client: NodeRedisClient | IoRedisClient): (key: string) => Promise<unknown> {
  if (isFunction(client, 'defineCommand') && isFunction(client, 'set')) {
    return (key) => (client as IoRedisClient).set(key, '1', 'EX', expirySeconds, 'NX');
  }
  if (isFunction(client, 'SET') && isFunction(client, 'set')) {
    return (key) => (client as NodeRedisClient).set(key, '1', { NX: true, EX: expirySeconds });
  }
  // Guessing could overwrite: another client's `set` may not know these options.
  throw new TypeError('redisSeconds takes a client of "redis" or "ioredis".');
}

const isFunction = (client: unknown, name: string) =>
  typeof (client as Record<string, unknown> | null | undefined)?.[name] === 'function';
