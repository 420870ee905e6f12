import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

/** Work that goes on between requests, and ends with the sandbox. */
export type Background = {
  /** Aborts when the sandbox ends. */
  end: AbortSignal;
  /** Waits. Rejects when the sandbox ends meanwhile; keeps no process alive. */
  pause(ms: number): Promise<void>;
  /** Has work done that nobody waits for. */
  run(work: () => Promise<void>): void;
  /** Ends all of it, timers and calls included. */
  close(): void;
};

/** Makes the place for the work of one sandbox. */
export function createBackground(): Background {
  const controller = new AbortController();
  const end = controller.signal;
  // Each pause listens to it; Node would take eleven of them for a leak.
  setMaxListeners(0, end);
  return {
    end,
    pause: (ms) => delay(ms, undefined, { signal: end, ref: false }),
    run(work) {
      work().catch((error: unknown) => {
        if (!end.aborted) throw error;
      });
    },
    close: () => controller.abort(),
  };
}
