import type * as Core from 'react-360dialog-connect/core';
import { build } from 'vite';
import type { FakeBroadcastChannel } from '../helpers/fake-broadcast-channel';
import type { LightBrowser } from './light-browser';
import type { LightStorage } from './light-storage';
import type { Remains } from './remains';

type Library = typeof Core;
type Run = (...globals: unknown[]) => Library;

/** What a document has for itself. The library sees these in place of the test's own. */
const names = [
  'window',
  'document',
  'sessionStorage',
  'localStorage',
  'performance',
  'navigator',
  'BroadcastChannel',
  'open',
  'addEventListener',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
] as const;
type Globals = Record<(typeof names)[number], unknown>;

/** Builds the library as a script, so that each document can run it afresh. */
export async function buildLibrary(): Promise<Run> {
  const outputs = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: 'src/core/index.ts', formats: ['iife'], name: 'library' },
    },
  });
  const [{ output }] = outputs as unknown as [{ output: [{ code: string }] }];
  return new Function(...names, `${output[0].code}; return library;`) as Run;
}

/** A document that runs the library, from its load until it is left. */
export class LightDocument {
  readonly browser: LightBrowser;
  readonly storage: LightStorage;
  readonly library: Library;
  readonly window = { opener: null };
  isHidden = false;
  #isLeft = false;
  readonly #events = new EventTarget();
  readonly #listeners = new Map<string, Set<EventListener>>();
  readonly #timers = new Set<unknown>();
  readonly #channels = new Set<FakeBroadcastChannel>();
  readonly #locks = new Set<string>();

  constructor(browser: LightBrowser, storage: LightStorage, run: Run) {
    this.browser = browser;
    this.storage = storage;
    const globals = this.#globals();
    this.library = run(...names.map((name) => globals[name]));
  }

  #globals(): Globals {
    const { browser, storage } = this;
    const isHidden = () => this.isHidden;
    return {
      window: this.window,
      document: {
        get hidden() {
          return isHidden();
        },
      },
      sessionStorage: storage,
      localStorage: browser.localStorage,
      performance: { timeOrigin: browser.nextTimeOrigin(), now: () => Date.now() },
      navigator: { locks: { request: this.#requestLock } },
      BroadcastChannel: this.#ownChannel(),
      open: (address = '') => browser.open(String(address), storage),
      addEventListener: this.#listen,
      setTimeout: this.#wait,
      clearTimeout: this.#stop,
      setInterval: (act: () => void, ms: number) => {
        const timer = setInterval(act, ms);
        this.#timers.add(timer);
        return timer;
      },
      clearInterval: this.#stop,
    };
  }

  #wait = (act: () => void, ms: number) => {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
    return timer;
  };

  #stop = (timer: ReturnType<typeof setTimeout>) => {
    this.#timers.delete(timer);
    clearTimeout(timer);
  };

  #listen = (type: string, listener: EventListener, options: { signal?: AbortSignal } = {}) => {
    const ofType = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, ofType.add(listener));
    options.signal?.addEventListener('abort', () => ofType.delete(listener));
    this.#events.addEventListener(type, listener, options);
  };

  #requestLock = async (
    name: string,
    options: { signal: AbortSignal },
    callback: () => Promise<unknown>,
  ) => {
    await Promise.resolve(); // Never in the call itself.
    await this.browser.locks.request(name, options, async () => {
      if (this.#isLeft) return;
      this.#locks.add(name);
      await callback();
      this.#locks.delete(name);
    });
  };

  #ownChannel(): typeof FakeBroadcastChannel {
    const channels = this.#channels;
    return class extends this.browser.Channel {
      constructor(name: string) {
        super(name);
        channels.add(this);
      }
      override close(): void {
        channels.delete(this);
        super.close();
      }
    };
  }

  dispatch(event: Event): void {
    this.#events.dispatchEvent(event);
  }

  hide(isHidden: boolean): void {
    this.isHidden = isHidden;
    this.dispatch(new Event('visibilitychange'));
  }

  /** A reload, or a tab that is closed: nothing of it runs any more, but the storage stays. */
  leave(): void {
    this.#isLeft = true;
    for (const name of this.#locks) this.browser.locks.release(name);
    for (const timer of this.#timers) this.#stop(timer as ReturnType<typeof setTimeout>);
    for (const channel of this.#channels) channel.close();
    for (const [type, listeners] of this.#listeners) {
      for (const listener of listeners) this.#events.removeEventListener(type, listener);
      listeners.clear();
    }
  }

  /** Everything that attempts hold on it. */
  remains(): Remains {
    const listeners = [...this.#listeners].filter(([, { size }]) => size > 0);
    return {
      listeners: Object.fromEntries(listeners.map(([type, { size }]) => [type, size])),
      timers: this.#timers.size,
      channels: [...this.#channels].map(({ name }) => name).sort(),
      keys: [...Object.keys(this.storage), ...Object.keys(this.browser.localStorage)].sort(),
    };
  }
}
