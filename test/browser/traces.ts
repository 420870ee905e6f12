import type { Page } from 'playwright';

type Traces = {
  listeners: string[];
  channels: number;
  intervals: number;
  stored: string[];
};

/** Runs before a page's scripts, and counts what they leave behind on the window. */
export function countTraces(): void {
  const listeners = new Map<unknown, string>();
  const channels = new Set<BroadcastChannel>();
  const intervals = new Set<unknown>();
  const { addEventListener, removeEventListener, setInterval, clearInterval } = window;

  Object.assign(window, {
    addEventListener(type: string, listener: EventListener, options: AddEventListenerOptions) {
      listeners.set(listener, type);
      options?.signal?.addEventListener('abort', () => listeners.delete(listener));
      addEventListener.call(window, type, listener, options);
    },
    removeEventListener(type: string, listener: EventListener) {
      listeners.delete(listener);
      removeEventListener.call(window, type, listener);
    },
    setInterval(handler: () => void, milliseconds: number) {
      const interval = setInterval(handler, milliseconds);
      intervals.add(interval);
      return interval;
    },
    clearInterval(interval: number) {
      intervals.delete(interval);
      clearInterval(interval);
    },
    BroadcastChannel: class extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        channels.add(this);
      }
      override close() {
        channels.delete(this);
        super.close();
      }
    },
    traces: (): Traces => ({
      listeners: [...listeners.values()].sort(),
      channels: channels.size,
      intervals: intervals.size,
      stored: [...Object.keys(sessionStorage), ...Object.keys(localStorage)],
    }),
  });
}

export const tracesOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { traces(): Traces }).traces());
