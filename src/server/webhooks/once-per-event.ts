import type { Store } from '../store/store';
import { createMemory, type Memory } from './create-memory';
import { withinLease } from './within-lease';

/**
 * `done`: it was handled, now or before. `busy`: somebody is at it, or was killed at it a moment ago.
 */
type Outcome = 'done' | 'busy';

/** Handles an event, unless that is done or being done. Rejects with what the handler threw. */
type OncePerEvent = (
  key: string,
  handle: (context: { signal: AbortSignal }) => Promise<unknown>,
) => Promise<Outcome>;

/**
 * Has each event handled once, by all processes that share the store.
 *
 * Who wants to handle an event claims it for `leaseSeconds`. Then the memory is asked, the event handled,
 * and the memory told, in this order:
 *
 * - A kill before the memory is told leaves the claim, which runs out. The event is handled again then; it
 *   may have been handled just before the kill, which nobody can know.
 * - A kill after that leaves the claim, too. The next who gets it finds that it is done.
 * - A handler that fails gives the claim back at once.
 * - A handler that takes longer than its lease is told so by its signal, and the event may be handled
 *   beside it. Its claim may be somebody else's by now, so it gives none back.
 */
export function oncePerEvent(options: {
  store: Store;
  leaseSeconds: number;
  /** Hears of what goes wrong and changes no answer. */
  report(error: unknown): void;
}): OncePerEvent {
  const { store, leaseSeconds, report } = options;
  const memory = createMemory(store);

  return (key, handle) =>
    withinLease(leaseSeconds, report, async (signal) => {
      const lease = `webhook:lease:${key}`;
      const release = releaser(store, lease, leaseSeconds, report);
      if (!(await store.claim(lease, leaseSeconds))) return 'busy';
      try {
        if (await memory.recall(key)) {
          await release();
          return 'done';
        }
        signal.throwIfAborted();
        await handle({ signal });
      } catch (error) {
        await release();
        throw error;
      }
      if (await isRemembered(memory, key, report)) await release();
      return 'done';
    });
}

/**
 * Gives a claim back while it is ours for sure. Near its end the call could arrive after it, and take a claim
 * from the next one, so the rest runs out by itself.
 */
function releaser(
  store: Store,
  lease: string,
  leaseSeconds: number,
  report: (error: unknown) => void,
): () => Promise<void> {
  const untilMs = performance.now() + leaseSeconds * 1000 * 0.9;
  return async () => {
    if (performance.now() >= untilMs) return;
    // A claim that cannot be given back runs out, too.
    await store.release(lease).catch(report);
  };
}

/**
 * The handler has succeeded, so the answer is yes whatever the store says: a no would have the event handled
 * again for certain. The claim that is kept then lets that happen after its end at the earliest.
 */
async function isRemembered(
  memory: Memory,
  key: string,
  report: (error: unknown) => void,
): Promise<boolean> {
  try {
    await memory.remember(key);
    return true;
  } catch (error) {
    report(error);
    return false;
  }
}
