import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Engine,
  type EngineSession,
  type EngineWindow,
  findButton,
  persistently,
  scriptText,
} from './engine';
import { freePort } from './free-port';
import { connectWebDriver, elementKey, type WebDriverConnection } from './webdriver-connection';

const miniBrowsers = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].flatMap((machine) =>
  ['4.1', '4.0'].map((version) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`),
);

/** WebKit as Debian has it: WebKitWebDriver and MiniBrowser, on a display of their own. */
export async function startWebKit(): Promise<Engine> {
  const binary = miniBrowsers.find(existsSync);
  if (!binary) throw new Error('There is no MiniBrowser.');
  const display = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1920x1080x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = await linesOf(display, 1);
  const env = {
    ...process.env,
    DISPLAY: `:${number}`,
    // As root there is no other way.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
    // Nobody looks at the windows, or reads them out.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    NO_AT_BRIDGE: '1',
  };

  return {
    name: 'WebKit',
    // A driver has one session, so each session gets a driver of its own.
    async newSession() {
      const port = await freePort();
      const driver = spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
        stdio: 'ignore',
        env,
      });
      const address = `http://127.0.0.1:${port}`;
      await answering(`${address}/status`);
      const send = await connectWebDriver(address, {
        acceptInsecureCerts: true,
        // A page whose script takes its time is looked at meanwhile.
        pageLoadStrategy: 'none',
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      });
      const session = newSession(send);
      return {
        ...session,
        async close() {
          await session.close();
          await end(driver);
        },
      };
    },
    close: () => end(display),
  };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}

async function linesOf(child: ChildProcess, count: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    if (lines.push(line) === count) return lines;
  }
  throw new Error(`${child.spawnfile} ended before it was ready.`);
}

async function answering(address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
}

/** An empty window is complete, too, but has not come anywhere yet. */
const pageState = () => (location.protocol === 'about:' ? 'empty' : document.readyState);

/** A session has one current window, so commands wait for each other. */
function newSession(send: WebDriverConnection): EngineSession {
  let last: Promise<unknown> = Promise.resolve();
  let isFirst = true;
  const inWindow = <Result>(handle: string, act: () => Promise<Result>): Promise<Result> => {
    const next = last.then(async () => {
      await send('POST', '/window', { handle });
      return act();
    });
    last = next.catch(() => {});
    return next;
  };

  const windowOf = (handle: string): EngineWindow => ({
    id: handle,
    run: (script, argument) =>
      inWindow(handle, () =>
        send('POST', '/execute/sync', { script: scriptText(script, argument), args: [] }),
      ),
    click: (text, where = 'page') =>
      inWindow(handle, async () => {
        if (where === 'frame') await send('POST', '/frame', { id: 0 });
        const button = await persistently(() =>
          send<Record<string, string>>('POST', '/execute/sync', {
            script: scriptText(findButton, text),
            args: [],
          }),
        );
        await send('POST', `/element/${button[elementKey]}/click`);
      }),
    address: () => inWindow(handle, () => send<string>('GET', '/url')),
    close: () => inWindow(handle, async () => void (await send('DELETE', '/window'))),
  });

  const openWindow = async () =>
    (await send<{ handle: string }>('POST', '/window/new', { type: 'window' })).handle;

  return {
    async open(url) {
      const [first] = await send<string[]>('GET', '/window/handles');
      // The session begins with an empty window.
      const handle = isFirst ? first! : await inWindow(first!, openWindow);
      isFirst = false;
      const opened = windowOf(handle);
      await inWindow(handle, () => send('POST', '/url', { url }));
      const stateNow = () => opened.run(pageState).catch(() => 'on its way');
      while ((await stateNow()) !== 'complete') await sleep(20);
      return opened;
    },
    windows: async () => (await send<string[]>('GET', '/window/handles')).map(windowOf),
    close: async () => {
      await last;
      await send('DELETE', '').catch(() => {});
    },
  };
}
