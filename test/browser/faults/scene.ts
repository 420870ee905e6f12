import { setTimeout as sleep } from 'node:timers/promises';
import { createAddresses, type Library, type QueryParameters, type StageApp } from '../addresses';
import type { EngineSession, EngineWindow } from '../engines/engine';
import type { LogEntry, OriginName, Origins } from '../fixture-server';
import { answer } from './fault';

type Hub = { answerWith(query: string): void; answerExactly(query: string): void };

/** Longer than every timer of the library: what has not happened by then does not happen. */
const quietMs = 1750;
/** The published package mostly does nothing at all. */
const patienceMs: Record<Library, number> = { ours: 20_000, element: 20_000, published: 4000 };

/** What a scenario can do: windows of one profile, and the server's log of it. */
export type Scene = ReturnType<typeof createScene>;

export function createScene(
  session: EngineSession,
  origins: Origins,
  logUrl: string,
  library: Library = 'ours',
) {
  const test = crypto.randomUUID();
  const { url, appUrl } = createAddresses(origins, test, library);
  /** The tabs of the app, with the address that each was opened at. */
  const apps = new Map<EngineWindow, string>();

  const log = async (): Promise<LogEntry[]> =>
    (await fetch(`${logUrl}?test=${test}`)).json() as Promise<LogEntry[]>;

  /** Asks until there is an answer. */
  async function until<T>(what: string, ask: () => Promise<T | false | undefined | null>) {
    const end = Date.now() + patienceMs[library];
    while (Date.now() < end) {
      const found = await ask().catch(() => null);
      if (found) return found;
      await sleep(100);
    }
    throw new Error(`Waited in vain for ${what}.`);
  }

  const told = async () => {
    const kinds = ['status', 'callback', 'cancel', 'error'];
    const entries = (await log()).filter(({ kind }) => kinds.includes(kind));
    return entries.map(({ kind, detail, tab, button }) => {
      const text = kind === 'status' ? detail : kind === 'error' ? `error ${detail}` : kind;
      const where = `${tab && tab !== '1' ? `tab ${tab}: ` : ''}${button ? `button ${button + 1}: ` : ''}`;
      return where + text;
    });
  };

  /** Does something that opens a window. @returns that window */
  async function opened(act: () => Promise<unknown>): Promise<EngineWindow> {
    const known = new Set((await session.windows()).map(({ id }) => id));
    await act();
    return until('a window', async () =>
      (await session.windows()).find(({ id }) => !known.has(id)),
    );
  }

  /** Waits until a window shows an address. */
  async function arrival(window: EngineWindow, pattern: RegExp): Promise<void> {
    let address = '';
    const isThere = async () => {
      address = await window.address();
      return pattern.test(address);
    };
    await until(String(pattern), isThere).catch((error) => {
      throw new Error(`${error.message} It was at ${address}.`);
    });
  }

  const finishedIn = (window: EngineWindow) =>
    window.run(() => /^Finished\./.test(document.querySelector('[role=status]')!.textContent!));

  /** The hub's page, ready to answer. */
  const hubIn = async (window: EngineWindow) => {
    await until('the hub', () => window.run(() => 'answerWith' in globalThis));
    return window;
  };

  return {
    origins,
    url,
    appUrl,
    log,
    told,
    until,
    opened,
    arrival,
    hubIn,
    sleep,
    open: (address: string) => session.open(address),
    windows: () => session.windows(),

    /** Opens the app in a tab of its own. */
    async openApp(app?: StageApp, parameters?: QueryParameters): Promise<EngineWindow> {
      const address = appUrl(app, { tab: String(apps.size + 1), ...parameters });
      const window = await session.open(address);
      apps.set(window, address);
      await until('the app', () => window.run(() => !!document.querySelector('h1')));
      return window;
    },

    /** Clicks a button of the app. @returns the popup, with the hub in it */
    async clickForPopup(app: EngineWindow, text = 'Connect', where?: 'frame') {
      return hubIn(await opened(() => app.click(text, where)));
    },

    /** Clicks, and lets this very window arrive at the hub. */
    async clickToLeave(app: EngineWindow, text = 'Connect') {
      await app.click(text);
      await hubIn(app);
    },

    /** The hub sends the client back, with the `state` that it was sent. */
    answer: (popup: EngineWindow, query = answer) =>
      popup.run((text) => {
        setTimeout(() => (window as unknown as Hub).answerWith(text));
      }, query),

    /** The hub sends the client back with this query and nothing else. */
    answerExactly: (popup: EngineWindow, query: string) =>
      popup.run((text) => {
        setTimeout(() => (window as unknown as Hub).answerExactly(text));
      }, query),

    /** A page sends its window elsewhere, as a link does. */
    leave: (window: EngineWindow, address: string) =>
      window.run((to) => {
        setTimeout(() => location.assign(to));
      }, address),

    /** The visitor looks at another tab. No driver hides one for real. */
    hide: (window: EngineWindow) =>
      window.run(() => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }),

    /** The visitor duplicates a tab: another one with a copy of its storage loads the same address. */
    async duplicate(window: EngineWindow): Promise<EngineWindow> {
      const storage = await window.run(() => Object.entries({ ...sessionStorage }));
      const copy = await session.open(url('app', '/blank'));
      const address = new URL(apps.get(window)!);
      address.searchParams.set('tab', String(apps.size + 1));
      await copy.run((entries) => {
        for (const [key, value] of entries) sessionStorage.setItem(key, value);
      }, storage);
      await copy.run((to) => {
        setTimeout(() => location.assign(to));
      }, address.href);
      apps.set(copy, address.href);
      await arrival(copy, /\/app/);
      await until('the app', () => copy.run(() => !!document.querySelector('h1')));
      return copy;
    },

    /** The visitor follows a link. WebKit forgets a page that a script left. */
    async follow(window: EngineWindow, address: string): Promise<void> {
      await window.run((to) => {
        const button = document.createElement('button');
        button.textContent = 'Follow a link';
        button.onclick = () => location.assign(to);
        document.body.append(button);
      }, address);
      await window.click('Follow a link');
    },

    /** Back and Forward, as a page does it. */
    go: (window: EngineWindow, steps: number) =>
      window.run((count) => {
        const go = () => setTimeout(() => history.go(count));
        if (document.readyState === 'complete') go();
        else addEventListener('load', go);
      }, steps),

    reload: (window: EngineWindow) =>
      window.run(() => {
        setTimeout(() => location.reload());
      }),

    /** A page opens a window, by a button of its own: a blocker would stop anything else. */
    openFrom: (opener: EngineWindow, address: string, name = '') =>
      opened(async () => {
        await opener.run(
          ([to, target]) => {
            const button = document.createElement('button');
            button.textContent = 'Open a window';
            button.onclick = () => {
              Object.assign(window, { child: window.open(to, target) });
              button.remove();
            };
            document.body.append(button);
          },
          [address, name] as const,
        );
        await opener.click('Open a window');
      }),

    /** Waits until the app was told this much. */
    async toldSoFar(count: number): Promise<void> {
      const enough = until(`${count} events`, async () => (await told()).length >= count);
      await enough.catch(async (error) => {
        throw new Error(`${error.message} It was told: ${await told()}.`);
      });
    },

    loggedSoFar: (kind: string, count = 1) =>
      until(`${count} × ${kind}`, async () => {
        return (await log()).filter((entry) => entry.kind === kind).length >= count;
      }),

    gone: (window: EngineWindow) =>
      until('a closed window', async () =>
        (await session.windows()).every(({ id }) => id !== window.id),
      ),

    goneOrFinished: (window: EngineWindow) =>
      until('a closed window, or "Finished"', async () => {
        const windows = await session.windows();
        return windows.every(({ id }) => id !== window.id) || (await finishedIn(window));
      }),

    /** The redirect page's words where nobody took the result. */
    saysFinished: (window: EngineWindow) => until('"Finished"', () => finishedIn(window)),

    /** Long enough that the library could have seen whatever it looks for. */
    watched: () => sleep(800),
    quiet: () => sleep(quietMs),

    /** Everything that a scenario is judged by. */
    async outcome() {
      const entries = await log();
      const learned = entries
        .filter(({ from }) => from === 'attacker')
        .flatMap(({ kind, detail }) => {
          if (kind === 'message') return [(detail as { text: string }).text];
          const { address = '' } = (detail ?? {}) as { address?: string };
          return kind === 'load' && address.includes('oaY9LLfUCL') ? [address] : [];
        });
      return {
        told: await told(),
        results: entries.filter(({ kind }) => kind === 'callback').map(({ detail }) => detail),
        learned,
        remain: await remainingWindows(),
      };
    },
  };

  async function remainingWindows(): Promise<string[]> {
    const names: string[] = [];
    for (const window of await session.windows()) {
      const address = await window.address().catch(() => 'about:gone');
      names.push(nameOf(address, apps.get(appWith(window.id) ?? window)));
    }
    return names.sort();
  }

  function appWith(id: string) {
    return [...apps.keys()].find((app) => app.id === id);
  }

  /** What a window shows: whose page, and whether its address was left as it should be. */
  function nameOf(address: string, openedAt?: string): string {
    if (openedAt === address) return 'app';
    if (!address.startsWith('https:')) return address;
    const { origin, pathname, searchParams } = new URL(address);
    const whose = (Object.keys(origins) as OriginName[]).find((name) => origins[name] === origin);
    const page = /^\/(app|redirect|blank|frame|onboarding)/.exec(pathname)?.[1] ?? pathname;
    const name = page === 'onboarding' ? 'hub' : whose === 'app' ? page : whose!;
    if (searchParams.has('client')) return `${name} with result`;
    const withoutTab = openedAt?.replace(/&tab=\d+/, '') ?? address;
    if (whose !== 'app') return name;
    return address.replace(/&tab=\d+/, '') === withoutTab ? name : `${name} elsewhere`;
  }
}
