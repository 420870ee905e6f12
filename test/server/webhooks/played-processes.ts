import { memoryStore, type Store } from 'react-360dialog-connect/server';
import { oncePerEvent } from '../../../src/server/webhooks/once-per-event';

export const leaseSeconds = 60;

/** Clients of stores give up on a call that takes longer; what comes late would be anybody's. */
const callTimeoutMs = 5_000;

const never = new Promise<never>(() => {});

/** A store that several played processes share, and what their handlers did with which event. */
export function createWorld() {
  const shared = memoryStore();
  const claimedAtMs = new Map<string, number>();
  const runs: { key: string; claimedAtMs: number; isOver: boolean; isOn(): boolean }[] = [];
  const successes = new Map<string, number>();
  const overlaps: string[] = [];

  /**
   * A process of its own. `pause` stands wherever another could come between: on the way to the store, on
   * the way back, and in the handler.
   */
  const startProcess = (pause: (where: string) => Promise<unknown>) => {
    let isDead = false;
    const live = async (where: string) => {
      await pause(where);
      // What was killed says and does nothing any more.
      if (isDead) await never;
    };
    const through =
      <Args extends unknown[], Result>(verb: string, act: (...args: Args) => Promise<Result>) =>
      async (...args: Args) => {
        const sentAtMs = performance.now();
        await live(`to ${verb}`);
        if (performance.now() - sentAtMs > callTimeoutMs) throw new Error('The call timed out.');
        const result = await act(...args);
        await live(`from ${verb}`);
        return result;
      };
    const store: Store = {
      claim: through('claim', async (key, ttlSeconds) => {
        const isOurs = await shared.claim(key, ttlSeconds);
        if (isOurs) claimedAtMs.set(key, performance.now());
        return isOurs;
      }),
      release: through('release', shared.release),
      put: through('put', shared.put),
      take: through('take', shared.take),
    };
    const once = oncePerEvent({ store, leaseSeconds, report: () => {} });

    return {
      kill() {
        isDead = true;
      },
      /** What 360dialog is told: that the handler failed, or nothing, are no answer. */
      async deliver(key: string, willFail = false): Promise<'done' | 'busy' | 'failed'> {
        const handle = async () => {
          const lease = claimedAtMs.get(`webhook:lease:${key}`)!;
          const run = { key, claimedAtMs: lease, isOver: false, isOn: () => !isDead };
          const others = runs.filter((other) => other.key === key && !other.isOver && other.isOn());
          const isEarly = others.some(
            (other) => performance.now() < other.claimedAtMs + leaseSeconds * 1000,
          );
          if (isEarly) overlaps.push(key);
          runs.push(run);
          await live('in the handler');
          run.isOver = true;
          if (willFail) throw new Error('The handler failed.');
          successes.set(key, (successes.get(key) ?? 0) + 1);
        };
        return once(key, handle).catch(() => 'failed' as const);
      },
    };
  };

  return {
    startProcess,
    /** Handlers of one event that ran beside each other within a lease. */
    overlaps,
    successesOf: (key: string) => successes.get(key) ?? 0,
  };
}
