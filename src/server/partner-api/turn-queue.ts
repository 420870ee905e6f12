/** A call that has not been seen for so long waits no more: an edge runtime has ended its request. */
const goneAfterMs = 5000;

/** A call in the queue. */
type Waiter = { seenMs: number; wake: () => void };

/**
 * Who comes first, is first. Each waiter looks for itself whether it is its turn, so that one whose
 * request was ended holds up nobody for long.
 */
export function createTurnQueue() {
  const queue: Waiter[] = [];
  return {
    join(): Waiter {
      const waiter = { seenMs: nowMs(), wake: () => {} };
      queue.push(waiter);
      return waiter;
    },
    /** Says that a call still waits. @returns whether it is its turn */
    isFirst(waiter: Waiter): boolean {
      waiter.seenMs = nowMs();
      // Taken for gone, because the store was slow or the process busy: it was the first.
      if (!queue.includes(waiter)) queue.unshift(waiter);
      while (queue[0] !== waiter && nowMs() - queue[0]!.seenMs > goneAfterMs) queue.shift();
      return queue[0] === waiter;
    },
    leave(waiter: Waiter): void {
      const index = queue.indexOf(waiter);
      if (index >= 0) queue.splice(index, 1);
      queue[0]?.wake();
    },
    sleep,
  };
}

// A clock that only goes forward.
const nowMs = () => performance.now();

/** Until the time is over, the one before has left, or the signal is aborted. */
function sleep(waiter: Waiter, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      settle();
    };
    const onAbort = () => end(() => reject(signal!.reason));
    const timer = setTimeout(() => end(resolve), ms);
    waiter.wake = () => end(resolve);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) onAbort();
  });
}
