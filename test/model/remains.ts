import { vi } from 'vitest';
import { FakeBroadcastChannel } from '../helpers/fake-broadcast-channel';

/** Everything that attempts can hold on a page. */
export type Remains = {
  /** How many listeners the window has of each type; types without one are missing. */
  listeners: Record<string, number>;
  timers: number;
  /** The names of the open channels. */
  channels: string[];
  /** The keys in both storages. */
  keys: string[];
};

export const nothing: Remains = { listeners: {}, timers: 0, channels: [], keys: [] };

/** Watches what the page holds, from now on. Needs fake timers and fake channels. */
export function watchRemains(): () => Remains {
  const listeners = new Map<string, Set<unknown>>();
  const { addEventListener: add, removeEventListener: remove } = window;
  const forget = (type: string, listener: EventListener) => {
    const ofType = listeners.get(type);
    ofType?.delete(listener);
    if (!ofType?.size) listeners.delete(type);
  };
  type Options = { signal?: AbortSignal };
  vi.stubGlobal(
    'addEventListener',
    (type: string, listener: EventListener, options: Options = {}) => {
      listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
      options.signal?.addEventListener('abort', () => forget(type, listener));
      add.call(window, type, listener, options);
    },
  );
  vi.stubGlobal('removeEventListener', (type: string, listener: EventListener) => {
    forget(type, listener);
    remove.call(window, type, listener);
  });
  // jsdom tells other windows of each write to a storage by a timer of 0 ms. There is no such window.
  const { setTimeout } = globalThis;
  vi.stubGlobal('setTimeout', (tell: () => void, ms?: number) => ms && setTimeout(tell, ms));
  return () => ({
    listeners: Object.fromEntries([...listeners].map(([type, all]) => [type, all.size])),
    timers: vi.getTimerCount(),
    channels: [...FakeBroadcastChannel.openChannels].map(({ name }) => name).sort(),
    keys: [...Object.keys(sessionStorage), ...Object.keys(localStorage)].sort(),
  });
}
