import { ApiKeyError } from './api-key-error';

/** Gives a turn back. */
type GiveBack = () => void;

/** Lets so many have a turn at a time. The others wait, in order. */
export type Turns = {
  /** @throws ApiKeyError `busy` (as a rejection) when the signal is aborted before it is its turn */
  take(signal: AbortSignal): Promise<GiveBack>;
};

/** Makes turns of which `count` can be out at a time. */
export function createTurns(count: number): Turns {
  let free = count;
  const waiting = new Set<() => void>();
  const giveBack = () => {
    const [next] = waiting;
    if (next) next();
    else free++;
  };
  return {
    async take(signal) {
      if (signal.aborted) throw new ApiKeyError('busy');
      if (free > 0) {
        free--;
        return giveBack;
      }
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiting.delete(begin);
          signal.removeEventListener('abort', giveUp);
        };
        const begin = () => {
          leave();
          resolve(giveBack);
        };
        const giveUp = () => {
          leave();
          reject(new ApiKeyError('busy'));
        };
        waiting.add(begin);
        signal.addEventListener('abort', giveUp);
      });
    },
  };
}

/** Runs work one after another for each key, and side by side for different ones. */
export type OneAtATime = <Result>(
  key: string,
  signal: AbortSignal,
  work: () => Promise<Result>,
) => Promise<Result>;

/** Forgets a key as soon as nobody has or wants it. */
export function createOneAtATime(): OneAtATime {
  const queues = new Map<string, { turns: Turns; users: number }>();
  return async (key, signal, work) => {
    const queue = queues.get(key) ?? { turns: createTurns(1), users: 0 };
    queues.set(key, queue);
    queue.users++;
    try {
      const giveBack = await queue.turns.take(signal);
      return await work().finally(giveBack);
    } finally {
      queue.users--;
      if (queue.users === 0) queues.delete(key);
    }
  };
}
