/** What happens to the app while the popup is out. */
import type { StageApp } from '../addresses';
import { answer, cancelled, completed, type Fault, forged, result } from './fault';
import type { Scene } from './scene';

const coop = { header: 'Cross-Origin-Opener-Policy: same-origin' };

/** A button whose redirect page is the partner's other origin's. */
const elsewhere = (scene: Scene) => ({
  queryParameters: {
    redirect_url: scene.url('partner', '/redirect/script', { openerOrigins: scene.origins.app }),
  },
});

type Owner = NonNullable<StageApp['buttons']>[number];
const first = { label: 'First' };
const second = { label: 'Second' };
const withState = (state: string): Owner => ({ queryParameters: { state } });
const stateOf = ({ queryParameters }: Owner) =>
  queryParameters?.state ? { state: queryParameters.state } : {};

/** What the two differ in, and which of them is clicked. */
const ownersOfAnAttempt: [how: string, buttons: Owner[], clicked: 0 | 1][] = [
  [
    'their states',
    [
      { ...first, ...withState('a') },
      { ...second, ...withState('b') },
    ],
    1,
  ],
  ['a state that only the second has', [first, { ...second, ...withState('b') }], 1],
  ['a state that only the first has', [{ ...first, ...withState('a') }, second], 1],
  [
    'their numbers',
    [
      { ...first, requestedNumber: '49301' },
      { ...second, requestedNumber: '49302' },
    ],
    1,
  ],
  [
    'their names',
    [
      { ...first, name: 'sales' },
      { ...second, name: 'support' },
    ],
    1,
  ],
  [
    'their names, and the first is clicked',
    [
      { ...first, name: 'sales' },
      { ...second, name: 'support' },
    ],
    0,
  ],
];

export const lifecycle: Fault[] = [
  {
    title: 'The button is unmounted while the popup is out',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ unmountsWhenOpen: true }] });
      await scene.answer(await scene.clickForPopup(app));
    },
    ...completed,
  },
  {
    title: 'The app is reloaded while the popup is out',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await scene.reload(app);
      await scene.toldSoFar(2);
      await scene.answer(popup);
      await scene.gone(popup);
    },
    told: ['open', ...completed.told],
    results: [result],
  },
  {
    title: 'The app is reloaded twice while the popup is out',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      for (const count of [2, 3]) {
        await scene.reload(app);
        await scene.toldSoFar(count);
      }
      await scene.answer(popup);
      await scene.gone(popup);
    },
    told: ['open', 'open', ...completed.told],
    results: [result],
  },
  {
    title: 'The app is reloaded, and the hub has COOP',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ hub: coop }] });
      const popup = await scene.clickForPopup(app);
      await scene.reload(app);
      await scene.toldSoFar(2);
      await scene.answer(popup);
      await scene.gone(popup);
    },
    told: ['open', ...completed.told],
    results: [result],
  },
  {
    title: 'The app is reloaded, and the redirect page is of another origin',
    async act(scene) {
      const app = await scene.openApp({ buttons: [elsewhere(scene)] });
      const popup = await scene.clickForPopup(app);
      await scene.reload(app);
      await scene.toldSoFar(2);
      await scene.answer(popup);
      await scene.toldSoFar(4);
    },
    told: ['open', ...completed.told],
    results: [result],
    // Nobody can close a window of another origin whose handle the reload has lost.
    remain: ['app', 'partner with result'],
  },
  {
    title: 'The app is reloaded, and a page of another origin says another state, and none',
    async act(scene) {
      const app = await scene.openApp({ buttons: [elsewhere(scene)] });
      const popup = await scene.clickForPopup(app);
      await scene.reload(app);
      await scene.toldSoFar(2);
      await scene.answerExactly(popup, `${forged}&state=other`);
      await scene.saysFinished(popup);
      await scene.leave(
        popup,
        `${scene.url('partner', '/redirect/script', { openerOrigins: scene.origins.app })}&${forged}`,
      );
      await scene.saysFinished(popup);
    },
    told: ['open', 'open'],
    remain: ['app', 'partner with result'],
  },
  ...ownersOfAnAttempt.map(
    ([how, buttons, clicked]): Fault => ({
      title: `The app is reloaded, and has two buttons of one partner, which differ in ${how}`,
      async act(scene) {
        const app = await scene.openApp({ buttons });
        const popup = await scene.clickForPopup(app, clicked ? 'Second' : 'First');
        await scene.reload(app);
        await scene.toldSoFar(2);
        await scene.answer(popup);
        await scene.gone(popup);
      },
      told: ['open', ...completed.told].map((each) => (clicked ? `button 2: ${each}` : each)),
      results: [{ ...result, ...stateOf(buttons[clicked]!) }],
    }),
  ),
  {
    title: 'The app is reloaded without the button that was clicked: no other gets its result',
    async act(scene) {
      const buttons = [{ queryParameters: { state: 'a' } }];
      const app = await scene.openApp({ buttons });
      const popup = await scene.clickForPopup(app);
      const without = scene.appUrl({ buttons: [{ queryParameters: { state: 'b' } }] });
      await scene.leave(app, `${without}&tab=1`);
      await scene.arrival(app, /state%22%3A%22b/);
      await scene.answer(popup);
      await scene.saysFinished(popup);
    },
    told: ['open'],
    remain: ['app elsewhere', 'redirect'],
  },
  {
    title: 'The tab of the app is duplicated while it is hidden: one callback, in the first',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await scene.hide(app);
      await scene.duplicate(app);
      await scene.quiet();
      await scene.answer(popup);
      await scene.gone(popup);
    },
    ...completed,
    remain: ['app', 'app'],
  },
  {
    title: 'The tab of the app is duplicated while it is hidden, and the hub has COOP',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ hub: coop }] });
      const popup = await scene.clickForPopup(app);
      await scene.hide(app);
      await scene.duplicate(app);
      await scene.quiet();
      await scene.answer(popup);
      await scene.gone(popup);
    },
    ...completed,
    remain: ['app', 'app'],
  },
  {
    title: 'The tab of the app is duplicated while it is hidden, and then closed: the copy goes on',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await scene.hide(app);
      const copy = scene.duplicate(app);
      await scene.sleep(300);
      await app.close();
      await copy;
      await scene.toldSoFar(2);
      await scene.answer(popup);
      await scene.gone(popup);
    },
    told: ['open', ...completed.told.map((each) => `tab 2: ${each}`)],
    results: [result],
  },
  {
    title: 'The result comes while the app is being reloaded',
    async act(scene) {
      const app = await scene.openApp({}, { scriptDelay: '2500' });
      const popup = await scene.clickForPopup(app);
      await scene.reload(app);
      await scene.answer(popup);
      await scene.saysFinished(popup);
      await scene.gone(popup);
    },
    told: ['open', ...completed.told],
    results: [result],
  },
  {
    title: 'The app is reloaded after its result',
    async act(scene) {
      const app = await scene.openApp();
      await scene.answer(await scene.clickForPopup(app));
      await scene.toldSoFar(3);
      await scene.reload(app);
    },
    ...completed,
  },
  {
    title: 'The app is busy for four seconds when the result comes',
    async act(scene) {
      // Cut off from its opener, the redirect page runs in a process of its own.
      const app = await scene.openApp({ buttons: [{ hub: coop }] });
      const popup = await scene.clickForPopup(app);
      await app.run(() => {
        setTimeout(() => {
          const end = performance.now() + 4000;
          while (performance.now() < end);
        });
      });
      await scene.answer(popup);
      await scene.gone(popup);
    },
    ...completed,
  },
  {
    title: 'The app was closed when the result comes',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await app.close();
      await scene.answer(popup);
      await scene.saysFinished(popup);
    },
    told: ['open'],
    remain: ['redirect'],
  },
  {
    title: 'The app was closed, and another tab of it is open',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await scene.openApp();
      await app.close();
      await scene.answer(popup);
      await scene.saysFinished(popup);
    },
    told: ['open'],
    remain: ['app', 'redirect'],
  },
  {
    title: 'The app has gone to another site when the result comes',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await scene.leave(app, scene.url('attacker', '/blank'));
      await scene.arrival(app, /\/blank/);
      await scene.answer(popup);
      await scene.saysFinished(popup);
    },
    told: ['open'],
    remain: ['attacker', 'redirect'],
  },
  {
    title: 'The app goes to another site and comes Back while the popup is out',
    not: { WebKit: 'not run: its driver goes too far Back at times' },
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await scene.follow(app, scene.url('attacker', '/blank'));
      await scene.arrival(app, /\/blank/);
      await scene.go(app, -1);
      await scene.arrival(app, /\/app/);
      await scene.until('the app', () => app.run(() => !!document.querySelector('h1')));
      await scene.watched();
      await scene.answer(popup);
      await scene.loggedSoFar('callback');
    },
    // With a window out, no engine keeps the page in its cache: it is loaded again, and resumes.
    told: ['open', ...completed.told],
    results: [result],
  },
  {
    title: 'The app is hidden for a while',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await scene.hide(app);
      await scene.watched();
      await scene.answer(popup);
    },
    ...completed,
  },
  {
    title: 'Another tab of the app is open',
    async act(scene) {
      await scene.openApp();
      const app = await scene.openApp();
      await scene.answer(await scene.clickForPopup(app));
    },
    told: completed.told.map((each) => `tab 2: ${each}`),
    results: [result],
    remain: ['app', 'app'],
  },
  {
    title: 'The app calls close()',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ hook: true }] });
      const popup = await scene.clickForPopup(app, 'Connect open');
      await app.click('Connect close');
      await scene.gone(popup);
      await app.click('Connect close');
    },
    ...cancelled,
  },
  {
    title: 'The app calls reset()',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ hook: true }] });
      const popup = await scene.clickForPopup(app, 'Connect open');
      await app.click('Connect reset');
      await scene.gone(popup);
      await app.click('Connect reset');
    },
    told: ['open', 'idle'],
  },
  {
    title: 'The app calls open(), close() and reset() in every status',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ hook: true }] });
      await app.click('Connect close');
      await app.click('Connect reset');
      const popup = await scene.clickForPopup(app, 'Connect open');
      await app.click('Connect open');
      await scene.answer(popup);
      await scene.toldSoFar(3);
      await app.click('Connect close');
      await app.click('Connect reset');
      const second = await scene.clickForPopup(app, 'Connect open');
      await app.click('Connect close');
      await scene.gone(second);
      // Chromium loses about one in a hundred `close()` of a window whose first page is just arriving.
      await scene.clickForPopup(app, 'Connect open');
      await app.click('Connect reset');
    },
    told: [...[...completed.told, 'idle'], ...['open', 'cancelled', 'cancel', 'open', 'idle']],
    results: [result],
  },
  ...(['close', 'reset'] as const).map(
    (call): Fault => ({
      title: `The app calls ${call}() while the signature is fetched, and then open()`,
      async act(scene) {
        const app = await scene.openApp({ buttons: [{ hook: true, signatureDelayMs: 3000 }] });
        const popup = await scene.opened(() => app.click('Connect open'));
        await app.click('Connect open');
        await app.click(`Connect ${call}`);
        await scene.gone(popup);
        const second = await scene.opened(() => app.click('Connect open'));
        await scene.answer(await scene.hubIn(second));
      },
      told: [
        ...['signing', ...(call === 'close' ? ['cancelled', 'cancel'] : ['idle'])],
        ...['signing', ...completed.told],
      ],
      results: [result],
    }),
  ),
  {
    title: 'The app calls close(), reset() and open() after a failure',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ hook: true, timeout: 2500 }] });
      await scene.gone(await scene.opened(() => app.click('Connect open')));
      await app.click('Connect close');
      await app.click('Connect reset');
      const popup = await scene.clickForPopup(app, 'Connect open');
      await app.click('Connect reset');
      await scene.gone(popup);
    },
    told: ['open', 'failed', 'error timeout', 'idle', 'open', 'idle'],
  },
  {
    title: 'The timeout runs out',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ timeout: 2000 }] });
      await scene.gone(await scene.opened(() => app.click('Connect')));
    },
    told: ['open', 'failed', 'error timeout'],
  },
  {
    title: 'The timeout does not run out after the result',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ timeout: 8000 }] });
      await scene.answer(await scene.clickForPopup(app));
      await scene.toldSoFar(3);
      await scene.sleep(6000);
    },
    ...completed,
  },
  {
    title:
      'The redirect page is refreshed, and gone Back and Forward, after nobody took the result',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await app.close();
      await scene.answerExactly(popup, answer);
      await scene.saysFinished(popup);
      await scene.openApp();
      await scene.reload(popup);
      await scene.watched();
      await scene.go(popup, -1);
      await scene.arrival(popup, /\/onboarding\/[^?]*\?/);
      await scene.go(popup, 1);
      await scene.arrival(popup, /\/redirect\/module\?test=[^&]*$/);
    },
    told: ['open'],
    remain: ['app', 'redirect'],
  },
];
