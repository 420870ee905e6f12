import { vi } from 'vitest';

type Callback = () => Promise<unknown>;

/** Exclusive Web Locks, as all documents of one browser share them. */
export class FakeLocks {
  readonly held: Set<string>;
  #waiting: { name: string; run: () => void }[] = [];

  /** @param holders the names of those that another document holds */
  constructor(...holders: string[]) {
    this.held = new Set(holders);
  }

  request = (name: string, { signal }: { signal: AbortSignal }, callback: Callback) =>
    new Promise<void>((resolve, reject) => {
      const run = () => {
        this.held.add(name);
        void callback().then(() => {
          this.release(name);
          resolve();
        });
      };
      if (!this.held.has(name)) return run();
      const entry = { name, run };
      this.#waiting.push(entry);
      signal.addEventListener('abort', () => {
        this.#waiting = this.#waiting.filter((each) => each !== entry);
        reject(signal.reason);
      });
    });

  release(name: string): void {
    this.held.delete(name);
    const next = this.#waiting.find((each) => each.name === name);
    this.#waiting = this.#waiting.filter((each) => each !== next);
    next?.run();
  }
}

/** Gives this page Web Locks. */
export function fakeLocks(...holders: string[]): FakeLocks {
  const locks = new FakeLocks(...holders);
  const value = { request: locks.request };
  vi.stubGlobal('navigator', Object.create(navigator, { locks: { value } }));
  return locks;
}
