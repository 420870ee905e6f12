/** What a page may have on it that is not ours, before our code runs. */
import type { EngineWindow } from '../engines/engine';
import { answer, completed, type Fault, result } from './fault';
import type { Scene } from './scene';

const coop = { header: 'Cross-Origin-Opener-Policy: same-origin' };

/** Everything on one route of the app, as most apps have it: both windows have the habit. */
const everywhere = async (scene: Scene, habit: string, hub = {}) => {
  const buttons = [{ hub, queryParameters: { redirect_url: 'self' } }];
  return scene.openApp({ buttons }, { habit });
};

const connect = async (scene: Scene, app: EngineWindow) => {
  const popup = await scene.clickForPopup(app);
  await scene.answer(popup);
  await scene.gone(popup);
};

/** A habit of the app's pages that nothing comes of, with the link between the windows and without. */
const harmless = (habit: string, title: string): Fault[] => [
  {
    title,
    act: async (scene) => connect(scene, await everywhere(scene, habit)),
    ...completed,
  },
  {
    title: `${title}, and the hub has COOP`,
    act: async (scene) => connect(scene, await everywhere(scene, habit, coop)),
    ...completed,
  },
];

export const foreignPages: Fault[] = [
  ...harmless('own names', 'Pages have variables called origin, screen, name …'),
  ...harmless('messages stopped', 'A script of the pages stops every message event'),
  ...harmless('lists spoilt by JSON', 'An old library makes JSON spoil lists').map((fault) => ({
    ...fault,
    // The page sends the result to the log as JSON.
    results: [{ ...result, channels: `[${result.channels}]` }],
  })),
  ...harmless(
    'broken built-ins',
    'A polyfill has put broken functions in the place of built-in ones',
  ),
  ...harmless('an old browser', 'The browser knows none of what came after Safari 15.4'),
  ...harmless('an address that nobody may change', 'The pages may not change their addresses'),
  {
    title: 'The redirect page may not change its address, and nobody takes the result',
    async act(scene) {
      const redirect_url = scene.url('app', '/redirect/module', {
        habit: 'an address that nobody may change',
      });
      const app = await scene.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
      const popup = await scene.clickForPopup(app);
      await app.close();
      await scene.answer(popup);
      await scene.saysFinished(popup);
    },
    told: ['open'],
    remain: ['redirect with result'],
  },
  {
    title: 'The app is of Angular, whose zone.js takes no notice of signals: three attempts',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ hook: true }] }, { habit: 'zone.js' });
      for (const count of [3, 6, 9]) {
        const popup = await scene.clickForPopup(app, 'Connect open');
        await scene.answer(popup);
        await scene.toldSoFar(count);
      }
    },
    told: [...completed.told, ...completed.told, ...completed.told],
    results: [...completed.results, ...completed.results, ...completed.results],
  },
  {
    title: 'A blocker gives the app a frame in the place of a window',
    async act(scene) {
      const app = await scene.openApp({}, { habit: 'a decoy for a window' });
      await app.click('Connect');
    },
    told: ['failed', 'error popup_blocked'],
  },
  {
    title:
      'A script of the app stops every message event, and the redirect page is of another origin',
    async act(scene) {
      const redirect_url = scene.url('partner', '/redirect/script', {
        openerOrigins: scene.origins.app,
      });
      const app = await scene.openApp(
        { buttons: [{ queryParameters: { redirect_url } }] },
        { habit: 'messages stopped' },
      );
      const popup = await scene.clickForPopup(app);
      await scene.answer(popup, answer);
      await scene.saysFinished(popup);
    },
    // Nothing else gets from one origin to another: the guide says so.
    told: ['open'],
    remain: ['app', 'partner with result'],
  },
];
