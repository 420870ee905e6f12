/** Messages that nobody of ours sent. */
import type { EngineWindow } from '../engines/engine';
import { completed, type Fault, result } from './fault';
import type { Scene } from './scene';

type Target = 'self' | 'parent' | 'opener';

const coop = { header: 'Cross-Origin-Opener-Policy: same-origin' };

/** Lets a `/blank` page post all its forgeries. */
const forge = (from: EngineWindow, target: Target) =>
  from.run((name) => {
    const { forge } = window as unknown as { forge(target: Window): void };
    forge(window[name] as Window);
  }, target);

/** Puts a page into a frame of the app that posts its forgeries to the app as soon as it runs. */
const embed = (app: EngineWindow, address: string) =>
  app.run(async (src) => {
    const frame = document.createElement('iframe');
    document.body.append(Object.assign(frame, { src }));
    await new Promise((resolve) => {
      frame.onload = resolve;
    });
  }, `${address}&forge=parent`);

/** Clicks, lets something happen while the popup is open, and lets the hub answer. */
const meanwhile =
  (act: (scene: Scene, app: EngineWindow, popup: EngineWindow) => Promise<unknown>, hub = {}) =>
  async (scene: Scene) => {
    const app = await scene.openApp({ buttons: [{ hub }] });
    const popup = await scene.clickForPopup(app);
    await act(scene, app, popup);
    await scene.quiet();
    await scene.answer(popup);
    await scene.gone(popup);
  };

/** The app itself has the forging script. */
const postInApp = (message: unknown, times = 1) =>
  meanwhile(async (_scene, app) => {
    await app.run(
      ([data, count]) => {
        for (let index = 0; index < count; index += 1) postMessage(data, '*');
      },
      [message, times] as const,
    );
  });

const search = '?client=FORGED&channels=[FORGEDCH]';
const envelope = { type: '360dialog-connect', v: 1, search };

const fromItself: [string, unknown][] = [
  ['the bare query', search],
  ['our envelope without an ID', envelope],
  ['our envelope with a guessed ID', { ...envelope, id: '1-2-3-4' }],
  ['an acknowledgement', { type: '360dialog-connect', v: 1, ack: true }],
  ['a question for the result', { type: '360dialog-connect', v: 1, ask: true }],
  ['a list', [search]],
  ['a number, as text', '42'],
  ['nothing', null],
  [
    'the keys __proto__ and constructor',
    JSON.parse(
      '{"__proto__":{"type":"360dialog-connect","search":"?client=FORGED&channels=[]"},"constructor":{"prototype":{"search":"?"}}}',
    ),
  ],
  ["Embedded Signup's message", JSON.stringify({ type: 'WA_EMBEDDED_SIGNUP', event: 'FINISH' })],
  ['text of 1 MB', `?${'x'.repeat(1_000_000)}`],
];

export const forgedMessages: Fault[] = [
  ...fromItself.map(
    ([what, message]): Fault => ({
      title: `Another script of the page posts ${what}`,
      act: postInApp(message),
      ...completed,
    }),
  ),
  {
    title: 'Another script of the page posts 10,000 messages: the page stays responsive',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      const busyMs = await app.run(async (data) => {
        const start = performance.now();
        for (let index = 0; index < 10_000; index += 1) postMessage(data, '*');
        // Its own message comes after all of them.
        await new Promise<void>((resolve) => {
          addEventListener('message', (event) => event.data === 'last' && resolve());
          postMessage('last', '*');
        });
        return performance.now() - start;
      }, envelope);
      if (busyMs > 5000) throw new Error(`The page was busy for ${busyMs} ms.`);
      await scene.answer(popup);
    },
    ...completed,
  },
  ...(['attacker', 'app'] as const).flatMap((whose): Fault[] => [
    {
      title: `A frame of the ${whose} in the page posts every forgery`,
      act: meanwhile((scene, app) => embed(app, scene.url(whose, '/blank'))),
      ...completed,
    },
    {
      title: `A frame of the ${whose} in the page posts every forgery, and the hub has COOP`,
      act: meanwhile((scene, app) => embed(app, scene.url(whose, '/blank')), coop),
      ...completed,
    },
  ]),
  {
    title: "The attacker's frame knows the attempt's ID, and the hub has COOP",
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ hub: coop }] });
      await app.run(() => {
        const { setItem } = Storage.prototype;
        Storage.prototype.setItem = function (key, value) {
          Object.assign(window, { mark: value });
          setItem.call(this, key, value);
        };
      });
      const popup = await scene.clickForPopup(app);
      const mark = await app.run(() => (window as unknown as { mark: string }).mark);
      await embed(app, `${scene.url('attacker', '/blank')}&id=${JSON.parse(mark).id}`);
      await scene.quiet();
      await scene.answer(popup);
      await scene.gone(popup);
    },
    ...completed,
  },
  {
    title: 'Our popup comes to the attacker, who posts every forgery to its opener',
    act: meanwhile(async (scene, _app, popup) => {
      const hub = await popup.address();
      await scene.leave(popup, scene.url('attacker', '/blank'));
      await scene.arrival(popup, /\/blank/);
      await scene.until('its script', () => popup.run(() => 'forge' in window));
      await forge(popup, 'opener');
      await scene.quiet();
      await scene.leave(popup, hub);
      await scene.hubIn(popup);
    }),
    ...completed,
  },
  {
    title: "Our popup comes to the app's own origin, and posts a result with another attempt's ID",
    act: meanwhile(async (scene, _app, popup) => {
      const hub = await popup.address();
      await scene.leave(popup, scene.url('app', '/blank'));
      await scene.arrival(popup, /\/blank/);
      await popup.run((data) => opener.postMessage({ ...data, id: '1-2-3-4' }, '*'), envelope);
      await scene.quiet();
      await scene.leave(popup, hub);
      await scene.hubIn(popup);
    }),
    ...completed,
  },
  {
    title: 'Another tab of the app says a result on channels and storage keys that it guesses',
    act: meanwhile(async (scene) => {
      const other = await scene.open(scene.url('app', '/blank'));
      await other.run((message) => {
        const { type } = message;
        for (const name of [type, `${type}:`, `${type}:guessed`, `${type}:undefined`]) {
          new BroadcastChannel(name).postMessage({ ...message, id: 'guessed' });
          localStorage.setItem(name, JSON.stringify(message));
          localStorage.setItem(name, '{');
          localStorage.removeItem(name);
        }
      }, envelope);
      await other.close();
    }, coop),
    ...completed,
  },
  {
    title: 'A replay: the old result is posted again while the next attempt runs',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ hub: coop }] });
      await app.run(() => {
        // Whichever line is first: the app closes the other then.
        const keep = (name: string | null, text: unknown) =>
          text && Object.assign(window, { old: [name, text] });
        addEventListener('storage', ({ key, newValue }) => keep(key, newValue));
        window.BroadcastChannel = class extends BroadcastChannel {
          constructor(name: string) {
            super(name);
            this.addEventListener('message', ({ data }) => keep(name, data));
          }
        };
      });
      await scene.answer(await scene.clickForPopup(app));
      await scene.toldSoFar(3);
      const popup = await scene.clickForPopup(app);
      const other = await scene.open(scene.url('app', '/blank'));
      const old = await scene.until('the old message', () =>
        app.run(() => (window as unknown as { old: [string, string] }).old),
      );
      await other.run(([key, text]) => {
        new BroadcastChannel(key).postMessage(text);
        localStorage.setItem(key, text);
        localStorage.removeItem(key);
      }, old);
      await scene.quiet();
      await other.close();
      await scene.answer(popup, 'client=second&channels=[]');
      await scene.gone(popup);
    },
    told: [...completed.told, ...completed.told],
    results: [result, { client: 'second', channels: [] }],
  },
];
