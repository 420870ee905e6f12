import { memoryStore } from '../store/memory-store';
import { checkedStore, type Store } from '../store/store';
import { claimInTime } from './claim-in-time';
import { createTurnQueue } from './turn-queue';

/** Lets calls go one by one, no more than 360dialog takes. */
export type Limiter = {
  /**
   * Waits until a call may go.
   *
   * @throws the signal's reason (as a rejection) when it is aborted meanwhile
   */
  acquire(signal?: AbortSignal): Promise<void>;
  /** Lets nothing go for so long: 360dialog has answered 429. Without it, only that call waits. */
  pause?(seconds: number): void;
};

/** How many calls may go, and who else makes them. */
export type LimiterOptions = {
  /**
   * Counts for all your processes. Without it, the limiter counts for itself.
   */
  store?: Pick<Store, 'claim'> | undefined;
  /**
   * So many calls within `seconds`, a whole number.
   *
   * @default 5
   */
  requests?: number | undefined;
  /**
   * The length of the window, a whole number. A second is added to it, because a call may be on its
   * way for less time than the one before.
   *
   * @default 30
   */
  seconds?: number | undefined;
  /**
   * Whose calls are counted: one name per partner account.
   *
   * @default 'partner-api'
   */
  name?: string | undefined;
};

/** So often a waiting call looks whether another process has left a place, in ms. */
const pollMs = 1000;

/**
 * Makes a limiter for `createPartnerApi`: in any 30 seconds at most 5 calls go, first come, first
 * served, and none is lost. 360dialog counts per partner account, so all processes of an account have
 * to share one by a `store`; then those of one process stay in order.
 *
 * Each of the `requests` places is a claim that runs out by itself, so a process that was killed
 * holds none.
 *
 * @throws TypeError for an option that cannot be right
 *
 * @example
 * const limiter = createLimiter({ store: redisStore(redis), name: 'aAbBcCPA' });
 * createPartnerApi({ partnerId: 'aAbBcCPA', apiKey: process.env.D360_PARTNER_API_KEY, limiter });
 */
export function createLimiter(options: LimiterOptions = {}): Required<Limiter> {
  const { name, requests, seconds, store } = readLimiterOptions(options);
  const ttlSeconds = seconds + 1;
  /** Until when each place is known to be taken. */
  const takenUntilMs = Array.from({ length: requests }, () => 0);
  const queue = createTurnQueue();
  let pausedUntilMs = 0;

  /** @returns 0 where a place was had, else the ms until the next may be free */
  const takePlace = async (): Promise<number> => {
    if (nowMs() < pausedUntilMs) return pausedUntilMs - nowMs();
    for (let place = 0; place < requests; place++) {
      if (takenUntilMs[place]! > nowMs()) continue;
      const key = `limiter:${name}:${requests}:${seconds}:${place}`;
      const isOurs = await claimInTime(store, key, ttlSeconds);
      takenUntilMs[place] = nowMs() + (isOurs ? ttlSeconds * 1000 : pollMs);
      if (isOurs) return 0;
    }
    return Math.max(1, Math.min(...takenUntilMs) - nowMs());
  };

  return {
    async acquire(signal) {
      signal?.throwIfAborted();
      const me = queue.join();
      try {
        for (;;) {
          const waitMs = queue.isFirst(me) ? await takePlace() : pollMs;
          if (waitMs === 0) return;
          await queue.sleep(me, Math.min(waitMs, pollMs), signal);
        }
      } finally {
        queue.leave(me);
      }
    },
    pause(pauseSeconds) {
      pausedUntilMs = Math.max(pausedUntilMs, nowMs() + pauseSeconds * 1000);
    },
  };
}

// A clock that only goes forward.
const nowMs = () => performance.now();

function readLimiterOptions(options: LimiterOptions) {
  const { store, requests = 5, seconds = 30, name = 'partner-api' } = Object(options);
  const isCount = (value: unknown) => Number.isInteger(value) && (value as number) > 0;
  if (!isCount(requests)) throw new TypeError('requests must be a whole number above 0.');
  if (!isCount(seconds)) throw new TypeError('seconds must be a whole number above 0.');
  if (typeof name !== 'string' || name === '') throw new TypeError('name must be a text.');
  if (store !== undefined && typeof store?.claim !== 'function') {
    throw new TypeError('store must have claim, as memoryStore() and redisStore(client) do.');
  }
  return {
    name,
    requests,
    seconds,
    store: checkedStore<Pick<Store, 'claim'>>(store ?? memoryStore()),
  };
}
