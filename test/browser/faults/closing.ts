/** The client closes the popup, or the hub fails him. */
import { cancelled, completed, type Fault, result } from './fault';
import type { Scene } from './scene';

/** Clicks where the hub's page cannot be had, looks at it for a while, and closes the popup. */
const meetBroken = (onboardingUrl: (scene: Scene) => string) => async (scene: Scene) => {
  const app = await scene.openApp({ buttons: [{ onboardingUrl: onboardingUrl(scene) }] });
  const popup = await scene.opened(() => app.click('Connect'));
  await scene.sleep(1500);
  await popup.close();
};

export const closing: Fault[] = [
  {
    title: 'The client closes the popup on the hub',
    async act(scene) {
      const popup = await scene.clickForPopup(await scene.openApp());
      await scene.watched();
      await popup.close();
    },
    ...cancelled,
  },
  ...[0, 100, 300].map(
    (ms): Fault => ({
      title: `The client closes the popup ${ms} ms after the click: it ends by itself`,
      async act(scene) {
        const app = await scene.openApp({ buttons: [{ abandonAfter: 1500 }] });
        const popup = await scene.opened(() => app.click('Connect'));
        await scene.sleep(ms);
        await popup.close();
      },
      ...cancelled,
    }),
  ),
  {
    title: 'An attempt that cannot be watched ends by itself, and its result still counts',
    async act(scene) {
      const hub = { header: 'Cross-Origin-Opener-Policy: same-origin' };
      const app = await scene.openApp({ buttons: [{ abandonAfter: 1500, hub }] });
      const popup = await scene.clickForPopup(app);
      await scene.toldSoFar(3);
      await scene.answer(popup);
      await scene.gone(popup);
    },
    told: [...cancelled.told, 'completed', 'callback'],
    results: [result],
  },
  {
    title: 'The client closes the popup and clicks again at once',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await scene.watched();
      await popup.close();
      await scene.answer(await scene.clickForPopup(app));
    },
    ...completed,
    // A slow driver clicks after the first attempt has been given up.
    orTold: [...cancelled.told, ...completed.told],
  },
  {
    title: 'The client closes the popup on the redirect page before its script ran',
    async act(scene) {
      const redirect_url = scene.url('app', '/redirect/module', { scriptDelay: '5000' });
      const app = await scene.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
      const popup = await scene.clickForPopup(app);
      await scene.watched();
      await scene.answer(popup);
      await scene.arrival(popup, /\/redirect\/module/);
      await popup.close();
    },
    ...cancelled,
  },
  {
    title: 'The redirect page closes itself at once, while the app is busy: no cancel',
    async act(scene) {
      const redirect_url = scene.url('app', '/redirect/legacy');
      const app = await scene.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
      const popup = await scene.clickForPopup(app);
      await scene.watched();
      await scene.answer(popup);
      await app.run(() => {
        const end = performance.now() + 600;
        while (performance.now() < end);
      });
    },
    ...completed,
  },
  {
    title: 'The redirect page closes itself at once, ten times',
    async act(scene) {
      const redirect_url = scene.url('app', '/redirect/legacy');
      const app = await scene.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
      for (let count = 1; count <= 10; count += 1) {
        await scene.answer(await scene.clickForPopup(app));
        await scene.toldSoFar(count * completed.told.length);
      }
    },
    told: Array.from({ length: 10 }, () => completed.told).flat(),
    results: Array.from({ length: 10 }, () => result),
  },
  {
    title: 'The hub refuses the connection',
    not: { Firefox: 'not run: its driver cannot reach a window whose first page failed' },
    but: {
      WebKit: {
        told: ['open'],
        because: 'stays open, detached: a window without its first page looks like one cut off',
      },
    },
    act: meetBroken(() => 'https://127.0.0.1:1/onboarding'),
    ...cancelled,
  },
  {
    title: 'The hub answers with 500',
    act: meetBroken((scene) => scene.url('hub', '/blank', { status: '500' })),
    ...cancelled,
  },
  {
    title: 'The redirect page does not exist',
    async act(scene) {
      const redirect_url = scene.url('app', '/missing');
      const app = await scene.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
      const popup = await scene.clickForPopup(app);
      await scene.answer(popup);
      await scene.arrival(popup, /\/missing/);
      await scene.watched();
      await popup.close();
    },
    ...cancelled,
  },
  {
    title: 'The hub sends the client elsewhere in between',
    async act(scene) {
      const popup = await scene.clickForPopup(await scene.openApp());
      const hub = await popup.address();
      await scene.leave(popup, scene.url('partner', '/blank'));
      await scene.arrival(popup, /\/blank/);
      await scene.watched();
      await scene.leave(popup, hub);
      await scene.hubIn(popup);
      await scene.answer(popup);
    },
    ...completed,
  },
];
