/** Cross-Origin-Opener-Policy: the browser cuts the link between the windows. */
import type { QueryParameters, StageApp } from '../addresses';
import { answer, cancelled, completed, type Fault, forged, result } from './fault';
import type { Scene } from './scene';

const policy = (value: string) => `Cross-Origin-Opener-Policy: ${value}`;

type Policies = { hub?: string; app?: string; redirect?: string; without?: string };

async function clickUnder(scene: Scene, { hub, app, redirect, without }: Policies) {
  const header = (value?: string): QueryParameters => (value ? { header: policy(value) } : {});
  // Slow enough for the app to see a closed window before the result is there.
  const page = { scriptDelay: '200', ...(without && { without }), ...header(redirect) };
  const buttons: StageApp['buttons'] = [
    {
      hub: header(hub),
      queryParameters: { redirect_url: scene.url('app', '/redirect/module', page) },
    },
  ];
  const window = await scene.openApp({ buttons }, { ...(without && { without }), ...header(app) });
  return { app: window, popup: await scene.clickForPopup(window) };
}

const matrix: [string, Policies][] = [
  ['The hub has COOP same-origin', { hub: 'same-origin' }],
  ['The hub has COOP same-origin-allow-popups', { hub: 'same-origin-allow-popups' }],
  ['The hub has COOP noopener-allow-popups', { hub: 'noopener-allow-popups' }],
  ['The hub has COOP restrict-properties', { hub: 'restrict-properties' }],
  ['The app has COOP same-origin-allow-popups', { app: 'same-origin-allow-popups' }],
  [
    'App and redirect page have COOP same-origin-allow-popups',
    { app: 'same-origin-allow-popups', redirect: 'same-origin-allow-popups' },
  ],
  ['The app has COOP same-origin', { app: 'same-origin' }],
  ['App and redirect page have COOP same-origin', { app: 'same-origin', redirect: 'same-origin' }],
  ['The redirect page has COOP same-origin', { redirect: 'same-origin' }],
  [
    'Hub, app and redirect page have COOP same-origin',
    { hub: 'same-origin', app: 'same-origin', redirect: 'same-origin' },
  ],
  [
    'The hub has COOP, and the browser no BroadcastChannel',
    { hub: 'same-origin', without: 'BroadcastChannel' },
  ],
  [
    'The hub has COOP, and the browser no localStorage',
    { hub: 'same-origin', without: 'localStorage' },
  ],
];

/** Every WebKit with such policies has BroadcastChannel from Safari 15.4 on. */
const noStorageEvent = {
  told: ['open'],
  results: [],
  remain: ['app', 'redirect'],
  because:
    'stays open: its storage event does not come through, and BroadcastChannel is all it has',
};

export const openerPolicy: Fault[] = [
  ...matrix.map(
    ([title, policies]): Fault => ({
      title,
      async act(scene) {
        const { popup } = await clickUnder(scene, policies);
        await scene.watched();
        await scene.answer(popup);
        await scene.goneOrFinished(popup);
      },
      ...completed,
      // A slow browser starts the redirect page's process later than a closed window is believed.
      ...(policies.redirect && { orTold: [...cancelled.told, 'completed', 'callback'] }),
      ...(policies.without === 'BroadcastChannel' && { but: { WebKit: noStorageEvent } }),
    }),
  ),
  {
    title: 'A page between hub and redirect page has COOP: a cancel, then the late result',
    async act(scene) {
      const { popup } = await clickUnder(scene, {});
      await scene.watched();
      const header = policy('same-origin-allow-popups');
      await scene.leave(popup, scene.url('hub', '/blank', { header }));
      await scene.toldSoFar(3);
      await scene.leave(popup, `${scene.url('app', '/redirect/module')}&${answer}`);
      await scene.gone(popup);
    },
    told: [...cancelled.told, 'completed', 'callback'],
    results: [result],
  },
  {
    title: 'The hub has COOP, and the client takes his time',
    async act(scene) {
      const { popup } = await clickUnder(scene, { hub: 'same-origin' });
      await scene.sleep(4000);
      await scene.answer(popup);
      await scene.gone(popup);
    },
    ...completed,
  },
  {
    title: 'The hub has COOP, and the client closes the popup: nobody can see it',
    async act(scene) {
      const { popup } = await clickUnder(scene, { hub: 'same-origin' });
      await scene.watched();
      await popup.close();
    },
    told: ['open'],
  },
  {
    title: 'The hub has COOP, and a click starts anew: both results arrive',
    async act(scene) {
      const { app, popup } = await clickUnder(scene, { hub: 'same-origin' });
      await scene.watched();
      const second = await scene.clickForPopup(app);
      await scene.answer(popup, 'client=first&channels=[]');
      await scene.toldSoFar(2);
      await scene.answer(second, 'client=second&channels=[]');
      await scene.gone(second);
    },
    told: ['open', 'callback', 'completed', 'callback'],
    results: [
      { client: 'first', channels: [] },
      { client: 'second', channels: [] },
    ],
  },
  {
    title: 'The hub has COOP, and the app calls close()',
    async act(scene) {
      const hub = { header: policy('same-origin') };
      const app = await scene.openApp({ buttons: [{ hook: true, hub }] });
      const popup = await scene.clickForPopup(app, 'Connect open');
      await scene.watched();
      await app.click('Connect close');
      await scene.toldSoFar(3);
      await scene.answer(popup);
      await scene.saysFinished(popup);
    },
    ...cancelled,
    remain: ['app', 'redirect'],
  },
  {
    title: 'The hub has COOP, and sends the client back without a result first: the mark stays',
    async act(scene) {
      const { popup } = await clickUnder(scene, { hub: 'same-origin' });
      const hub = await popup.address();
      await scene.answerExactly(popup, 'client=oaY9LLfUCL');
      await scene.arrival(popup, /\/redirect\/module/);
      await scene.watched();
      await scene.leave(popup, hub);
      await scene.hubIn(popup);
      await scene.answer(popup);
      await scene.gone(popup);
    },
    ...completed,
  },
  {
    title: 'The hub has COOP, and another tab of the app is open',
    async act(scene) {
      const { popup } = await clickUnder(scene, { hub: 'same-origin' });
      await scene.openApp();
      await scene.answer(popup);
      await scene.gone(popup);
    },
    ...completed,
    remain: ['app', 'app'],
  },
  {
    title: 'The hub has COOP, and its answer has another state',
    async act(scene) {
      const { popup } = await clickUnder(scene, { hub: 'same-origin' });
      await scene.answerExactly(popup, `${forged}&state=other`);
      await scene.gone(popup);
    },
    told: ['open', 'failed', 'error state_mismatch'],
  },
];
