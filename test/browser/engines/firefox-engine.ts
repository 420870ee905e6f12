import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BidiConnection, connectBidi } from './bidi-connection';
import {
  type Engine,
  type EngineSession,
  type EngineWindow,
  findButton,
  persistently,
} from './engine';

/** The remote agent's own preferences would switch the popup blocker off, so they are off. */
const preferences = {
  'remote.prefs.recommended': false,
  'dom.disable_open_during_load': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.tabs.warnOnClose': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.auto': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.proxy.type': 0,
  'network.trr.mode': 5,
  'services.settings.server': 'data:,',
  // Nobody looks at the windows: drawing them takes a fifth of the processor's time, else.
  'layout.frame_rate': 10,
  'browser.newtab.preload': false,
  // Nor does anybody want them back.
  'browser.sessionstore.max_tabs_undo': 0,
  'browser.sessionstore.max_windows_undo': 0,
  'browser.sessionstore.interval': 3_600_000,
};

type Context = { context: string; url: string; userContext: string; children: Context[] };

/** Firefox as Debian has it, over WebDriver BiDi. */
export async function startFirefox(): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const firefox = spawn(
    'firefox-esr',
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } },
  );
  const bidi = await connectBidi(`${await endpointOf(firefox)}/session`);
  await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });

  return {
    name: 'Firefox',
    newSession: createSessions(bidi),
    async close() {
      const ended = new Promise((resolve) => firefox.once('exit', resolve));
      bidi.close();
      firefox.kill();
      await ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function endpointOf(firefox: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: firefox.stderr! })) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (address) {
      firefox.stderr!.resume();
      return address;
    }
  }
  throw new Error('Firefox ended before it was ready.');
}

/**
 * A window takes Firefox half a second of work, so each is used again: a session's first page is a tab
 * in front of an empty one. Its other pages, and popups, get windows of their own.
 */
function createSessions(bidi: BidiConnection): () => Promise<EngineSession> {
  const create = async (options: object) =>
    (await bidi.send<Context>('browsingContext.create', options)).context;
  const freeWindows: string[] = [];

  return async () => {
    const emptyTab = freeWindows.pop() ?? (await create({ type: 'window' }));
    const { userContext } = await bidi.send<{ userContext: string }>('browser.createUserContext');
    let isFirst = true;
    return {
      async open(url) {
        const place = isFirst ? { type: 'tab', referenceContext: emptyTab } : { type: 'window' };
        isFirst = false;
        const context = await create({ ...place, userContext });
        await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
        return windowOf(bidi, context);
      },
      async windows() {
        const { contexts } = await bidi.send<{ contexts: Context[] }>('browsingContext.getTree');
        return contexts
          .filter((each) => each.userContext === userContext)
          .map(({ context }) => windowOf(bidi, context));
      },
      async close() {
        await bidi.send('browser.removeUserContext', { userContext });
        freeWindows.push(emptyTab);
      },
    };
  };
}

function windowOf(bidi: BidiConnection, context: string): EngineWindow {
  const call = async (target: string, functionDeclaration: string, text: unknown) => {
    const answer = await bidi.send<{
      result: { value: string; sharedId: string };
      exceptionDetails?: { text: string };
    }>('script.callFunction', {
      functionDeclaration,
      target: { context: target },
      arguments: [{ type: 'string', value: String(text) }],
      awaitPromise: true,
      userActivation: false,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return answer.result;
  };
  const tree = async () => {
    const { contexts } = await bidi.send<{ contexts: Context[] }>('browsingContext.getTree', {
      root: context,
    });
    return contexts[0]!;
  };

  return {
    id: context,
    async run(script, argument) {
      // As JSON both ways: what BiDi makes of objects would have to be put together again.
      const asJson = `async (text) => JSON.stringify(await (${script})(JSON.parse(text))) ?? 'null'`;
      const { value } = await call(context, asJson, JSON.stringify(argument ?? null));
      return JSON.parse(value);
    },
    async click(text, where = 'page') {
      const target = where === 'page' ? context : (await tree()).children[0]!.context;
      const { sharedId } = await persistently(() => call(target, findButton, text));
      const origin = { type: 'element', element: { sharedId } };
      await bidi.send('input.performActions', {
        context: target,
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            actions: [
              { type: 'pointerMove', x: 0, y: 0, origin },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      });
    },
    address: async () => (await tree()).url,
    close: () => bidi.send('browsingContext.close', { context }),
  };
}
