/** Redirect pages of every kind, on this and on other origins. */
import type { EngineWindow } from '../engines/engine';
import { answer, completed, type Fault } from './fault';
import type { Scene } from './scene';

/** Clicks, and answers to a redirect page. */
async function answerAt(
  scene: Scene,
  redirect_url: string,
  more: { redirectOrigins?: string[]; hub?: { header: string } } = {},
) {
  const app = await scene.openApp({ buttons: [{ queryParameters: { redirect_url }, ...more }] });
  const popup = await scene.clickForPopup(app);
  await scene.watched();
  await scene.answer(popup);
  return popup;
}

const coop = { header: 'Cross-Origin-Opener-Policy: same-origin' };

/** The attempt's `state`, as the hub was told it. */
const stateAt = async (popup: EngineWindow) =>
  encodeURIComponent(new URL(await popup.address()).searchParams.get('state')!);

export const redirectPages: Fault[] = [
  {
    title:
      'A server on the way adds a second "?": the page is left alone, and the right address counts',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      const state = await stateAt(popup);
      const page = scene.url('app', '/redirect/module');
      await scene.leave(popup, `${page}&tab=x?${answer}&state=${state}`);
      await scene.arrival(popup, /tab=x\?client/);
      await scene.quiet();
      await scene.leave(popup, `${page}&${answer}&state=${state}`);
      await scene.gone(popup);
    },
    ...completed,
  },
  {
    title:
      'A login page keeps the wanted address in its own query: the result after the login counts',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      const state = await stateAt(popup);
      const wanted = `${scene.url('app', '/redirect/module')}&${answer}&state=${state}`;
      await scene.leave(
        popup,
        `${scene.url('app', '/redirect/script')}&next=${wanted.replace('&', '?')}`,
      );
      await scene.arrival(popup, /next=/);
      await scene.quiet();
      await scene.leave(popup, wanted);
      await scene.gone(popup);
    },
    ...completed,
  },

  {
    title: 'The redirect page is the very route of the button',
    act: (scene) => answerAt(scene, 'self'),
    ...completed,
  },
  {
    title: 'The redirect page has the script tag',
    act: (scene) => answerAt(scene, scene.url('app', '/redirect/script')),
    ...completed,
  },
  {
    title: "The redirect page is the published package's",
    act: (scene) => answerAt(scene, scene.url('app', '/redirect/legacy')),
    ...completed,
  },
  {
    title: 'The redirect page is of another origin, and knows the app',
    act: (scene) =>
      answerAt(
        scene,
        scene.url('partner', '/redirect/module', { openerOrigins: scene.origins.app }),
      ),
    ...completed,
  },
  {
    title: 'The redirect page is of another origin, by the script tag with data-opener-origin',
    act: (scene) =>
      answerAt(
        scene,
        scene.url('partner', '/redirect/script', { openerOrigins: scene.origins.app }),
      ),
    ...completed,
  },
  {
    title: 'The redirect page is of another origin that only redirectOrigins names',
    async act(scene) {
      const redirectOrigins = [scene.origins.partner];
      const app = await scene.openApp({ buttons: [{ redirectOrigins }] });
      const popup = await scene.clickForPopup(app);
      const openerOrigins = scene.origins.app;
      const address = scene.url('partner', '/redirect/module', { openerOrigins });
      await scene.leave(popup, `${address}&${answer}`);
      await scene.gone(popup);
    },
    ...completed,
  },
  {
    title: 'The redirect page is of another origin that the app does not name',
    async act(scene) {
      const popup = await scene.clickForPopup(await scene.openApp());
      const openerOrigins = scene.origins.app;
      const address = scene.url('partner', '/redirect/module', { openerOrigins });
      await scene.leave(popup, `${address}&${answer}`);
      await scene.saysFinished(popup);
    },
    told: ['open'],
    remain: ['app', 'partner with result'],
  },
  {
    title: 'The redirect page is of another origin, and does not name the app',
    async act(scene) {
      const openerOrigins = 'https://other.example';
      const url = scene.url('partner', '/redirect/script', { openerOrigins });
      await scene.saysFinished(await answerAt(scene, url));
    },
    told: ['open'],
    remain: ['app', 'partner with result'],
  },
  {
    title: 'The redirect page is of another origin, and the hub has COOP: it cannot be told',
    async act(scene) {
      const url = scene.url('partner', '/redirect/module', { openerOrigins: scene.origins.app });
      await scene.saysFinished(await answerAt(scene, url, { hub: coop }));
    },
    told: ['open'],
    remain: ['app', 'partner with result'],
  },
  {
    title: "The redirect page of another origin moves on to the app's own, and the hub has COOP",
    async act(scene) {
      const to = scene.url('app', '/redirect/module');
      const popup = await answerAt(scene, scene.url('partner', '/redirect/moved', { to }), {
        hub: coop,
      });
      await scene.gone(popup);
    },
    ...completed,
  },
  {
    title: 'The redirect page is slow to start its script',
    act: (scene) => answerAt(scene, scene.url('app', '/redirect/module', { scriptDelay: '2500' })),
    ...completed,
  },
  ...[
    [
      'The redirect page keeps no storage: the app closes the popup',
      'sessionStorage localStorage',
    ] as const,
    [
      'The browser refuses storage and BroadcastChannel, as Firefox does without cookies',
      'sessionStorage localStorage BroadcastChannel()',
    ] as const,
  ].map(
    ([title, without]): Fault => ({
      title,
      async act(scene) {
        const redirect_url = scene.url('app', '/redirect/module', { without });
        const app = await scene.openApp(
          { buttons: [{ queryParameters: { redirect_url } }] },
          { without },
        );
        await scene.answer(await scene.clickForPopup(app));
      },
      ...completed,
    }),
  ),
  {
    title: 'The redirect page is under a strict Content-Security-Policy with Trusted Types',
    async act(scene) {
      const header =
        "Content-Security-Policy: default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
      const redirect_url = scene.url('app', '/redirect/module', { header });
      const app = await scene.openApp(
        { buttons: [{ queryParameters: { redirect_url }, signatureDelayMs: 300 }] },
        { header },
      );
      await scene.answer(await scene.hubIn(await scene.opened(() => app.click('Connect'))));
      await scene.toldSoFar(4);
      const violations = (await scene.log()).filter(({ kind }) => kind === 'violation');
      if (violations.length) throw new Error(JSON.stringify(violations));
    },
    told: ['signing', ...completed.told],
    results: completed.results,
  },
  {
    title: 'The redirect page has other scripts, which see an address without the result',
    async act(scene) {
      const redirect_url = scene.url('app', '/redirect/script');
      const app = await scene.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
      const popup = await scene.clickForPopup(app);
      // Nobody takes the result, so that the page stays for its other scripts.
      await app.close();
      await scene.answer(popup);
      await scene.loggedSoFar('load', 3);
      const loads = (await scene.log()).filter(({ kind }) => kind === 'load');
      const seen = loads.map(({ detail }) => (detail as { address: string }).address);
      if (seen.at(-1) !== redirect_url) throw new Error(`They saw ${seen.at(-1)}.`);
    },
    told: ['open'],
    remain: ['redirect'],
  },
  {
    title: 'The redirect page has parameters of its own, which stay in the address',
    async act(scene) {
      const redirect_url = scene.url('app', '/redirect/module', { keep: 'a b&c' });
      const app = await scene.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
      const popup = await scene.clickForPopup(app);
      await app.close();
      await scene.answer(popup);
      await scene.saysFinished(popup);
      if ((await popup.address()) !== redirect_url) throw new Error(await popup.address());
    },
    told: ['open'],
    remain: ['redirect'],
  },
];
