/** Windows and links of an attacker. */
import { answer, completed, type Fault, forged, result } from './fault';
import type { Scene } from './scene';

/** The attacker opens a page of the partner's as his popup, and posts to it. */
const openedByAttacker =
  (path: string, parameters = {}) =>
  async (scene: Scene) => {
    const attacker = await scene.open(scene.url('attacker', '/blank'));
    const address = path === '/app' ? scene.appUrl() : scene.url('app', path, parameters);
    await scene.openFrom(attacker, `${address}&${answer}`);
    await scene.watched();
    await attacker.run(() => {
      const { forge, child } = window as unknown as { forge(target: Window): void; child: Window };
      forge(child);
    });
    await scene.quiet();
  };

/** An attempt is pending while a forged link is followed. */
const whilePending = (link: (scene: Scene) => string) => async (scene: Scene) => {
  const app = await scene.openApp({ buttons: [{ queryParameters: { state: 'guessable' } }] });
  const popup = await scene.clickForPopup(app);
  const other = await scene.open(link(scene));
  await scene.quiet();
  await other.close();
  await scene.answer(popup);
};

const withState = { ...completed, results: [{ ...result, state: 'guessable' }] };

export const attackers: Fault[] = [
  ...(
    [
      ['the app', '/app', 'app with result'],
      ['the redirect page', '/redirect/module', 'redirect with result'],
      ['the redirect page with the script tag', '/redirect/script', 'redirect with result'],
    ] as const
  ).map(
    ([what, path, name]): Fault => ({
      title: `The attacker opens ${what} with a result in the address, and listens`,
      act: openedByAttacker(path),
      told: [],
      remain: [name, 'attacker'].sort(),
    }),
  ),
  {
    title: 'The attacker opens a redirect page that names another origin, and listens',
    act: async (scene) =>
      openedByAttacker('/redirect/script', { openerOrigins: scene.origins.partner })(scene),
    told: [],
    remain: ['attacker', 'redirect with result'],
  },
  {
    title: 'The attacker opens the app, and the client uses it',
    async act(scene) {
      const attacker = await scene.open(scene.url('attacker', '/blank'));
      const app = await scene.openFrom(attacker, scene.appUrl());
      await scene.answer(await scene.clickForPopup(app));
    },
    ...completed,
    remain: ['app', 'attacker'],
  },
  {
    title: "The attacker holds a window under the popup's old name",
    async act(scene) {
      const attacker = await scene.open(scene.url('attacker', '/blank'));
      await scene.openFrom(attacker, scene.url('app', '/blank'), 'connect-360dialog');
      const app = await scene.openFrom(attacker, scene.appUrl(), 'app');
      await scene.answer(await scene.clickForPopup(app));
    },
    ...completed,
    remain: ['app', 'attacker', 'blank'],
  },
  {
    title: 'The attacker frames the app: the result goes to the app alone',
    async act(scene) {
      const frame = await scene.open(scene.url('attacker', '/frame', { src: scene.appUrl() }));
      await scene.answer(await scene.clickForPopup(frame, 'Connect', 'frame'));
    },
    ...completed,
    remain: ['attacker'],
  },
  {
    title: 'The app is in a frame of another site, and the hub has COOP: it stays open',
    async act(scene) {
      const hub = { header: 'Cross-Origin-Opener-Policy: same-origin' };
      const src = scene.appUrl({ buttons: [{ hub }] });
      const frame = await scene.open(scene.url('partner', '/frame', { src }));
      const popup = await scene.clickForPopup(frame, 'Connect', 'frame');
      await scene.answer(popup);
      await scene.watched();
      await popup.close();
    },
    told: ['open'],
    remain: ['partner'],
  },
  {
    title: 'The app is in a sandboxed frame that may not open windows',
    async act(scene) {
      const src = scene.appUrl();
      const sandbox = 'allow-scripts allow-same-origin';
      const frame = await scene.open(scene.url('partner', '/frame', { src, sandbox }));
      await frame.click('Connect', 'frame');
    },
    told: ['failed', 'error popup_blocked'],
    remain: ['partner'],
  },
  {
    title:
      "The hub is made to redirect to the attacker, who goes on with another customer's result and the wrong state",
    async act(scene) {
      const popup = await scene.clickForPopup(await scene.openApp());
      await scene.leave(popup, scene.url('attacker', '/blank'));
      await scene.arrival(popup, /\/blank/);
      await scene.watched();
      const link = `${scene.url('app', '/redirect/module')}&${forged}&state=wrong`;
      await scene.leave(popup, link);
      await scene.gone(popup);
    },
    told: ['open', 'failed', 'error state_mismatch'],
  },
  {
    title: 'A page inside our popup opens the redirect page with a forged result',
    async act(scene) {
      const popup = await scene.clickForPopup(await scene.openApp());
      await scene.watched();
      const child = await scene.openFrom(
        popup,
        `${scene.url('app', '/redirect/module')}&${forged}`,
      );
      await scene.sleep(2500);
      await child.close();
      await scene.answer(popup);
    },
    ...completed,
  },
  {
    title: 'A link with a forged result is followed, cold',
    act: (scene) => scene.open(`${scene.appUrl()}&${forged}`),
    told: [],
    remain: ['app with result'],
  },
  {
    title: 'A link with a forged result to the redirect page is followed, cold',
    act: (scene) => scene.open(`${scene.url('app', '/redirect/module')}&${forged}`),
    told: [],
    remain: ['redirect with result'],
  },
  {
    title: 'A link with a forged result is followed in another tab while an attempt is pending',
    act: whilePending((scene) => `${scene.appUrl()}&${forged}`),
    ...withState,
  },
  {
    title: 'The same, with the right state',
    act: whilePending((scene) => `${scene.appUrl()}&${forged}&state=guessable`),
    ...withState,
  },
  {
    title: 'The same, to the redirect page',
    act: whilePending(
      (scene) => `${scene.url('app', '/redirect/module')}&${forged}&state=guessable`,
    ),
    ...withState,
  },
  {
    title: 'A link with a forged result is followed in the very tab of the attempt, after it',
    async act(scene) {
      const app = await scene.openApp();
      await scene.answer(await scene.clickForPopup(app));
      await scene.toldSoFar(3);
      await scene.leave(app, `${scene.appUrl()}&${forged}`);
      await scene.arrival(app, /FORGED/);
    },
    ...completed,
    remain: ['app with result'],
  },
  {
    title: 'A link with a forged result is followed in a tab that the app opened',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await scene.openFrom(app, `${scene.appUrl()}&${forged}`);
      await scene.quiet();
      await scene.answer(popup);
    },
    ...completed,
    remain: ['app', 'app with result'],
  },
  {
    title: "A copy of the redirect page's address is opened in a new tab after the result",
    async act(scene) {
      const app = await scene.openApp();
      await scene.answer(await scene.clickForPopup(app));
      await scene.toldSoFar(3);
      await scene.open(`${scene.url('app', '/redirect/module')}&${answer}`);
    },
    ...completed,
    remain: ['app', 'redirect with result'],
  },
];
