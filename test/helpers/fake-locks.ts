import { vi } from 'vitest';

type Callback = () => Promise<unknown>;

/** Exclusive Web Locks, as all documents of one browser share them. `holders` are held by others. */
export function fakeLocks(...holders: string[]) {
  const held = new Set(holders);
  const waiting: { name: string; run: () => void }[] = [];
  const release = (name: string) => {
    held.delete(name);
    const next = waiting.findIndex((each) => each.name === name);
    if (next >= 0) waiting.splice(next, 1)[0]!.run();
  };
  const request = (name: string, options: { signal: AbortSignal }, callback: Callback) =>
    new Promise<void>((resolve, reject) => {
      const run = () => {
        held.add(name);
        void callback().then(() => {
          release(name);
          resolve();
        });
      };
      if (!held.has(name)) return run();
      const entry = { name, run };
      waiting.push(entry);
      options.signal.addEventListener('abort', () => {
        const index = waiting.indexOf(entry);
        if (index >= 0) waiting.splice(index, 1);
        reject(options.signal.reason);
      });
    });
  vi.stubGlobal('navigator', Object.create(navigator, { locks: { value: { request } } }));
  return { held, release };
}
