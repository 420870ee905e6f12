/** The whole page leaves for the hub, and comes back. */
import { answer, cancelled, completed, type Fault, forged, result } from './fault';

const queryParameters = { redirect_url: 'self' };
const redirect = { display: 'redirect', queryParameters } as const;

export const wholePage: Fault[] = [
  {
    title: "display 'redirect': the page leaves and comes back",
    async act(scene) {
      const app = await scene.openApp({ buttons: [redirect] });
      await scene.clickToLeave(app);
      await scene.answer(app);
    },
    ...completed,
  },
  {
    title: "display 'redirect': a refresh, Back and Forward bring no second callback",
    async act(scene) {
      const app = await scene.openApp({ buttons: [redirect] });
      await scene.clickToLeave(app);
      await scene.answer(app);
      await scene.toldSoFar(3);
      await scene.reload(app);
      await scene.watched();
      await scene.go(app, -1);
      await scene.arrival(app, /\/onboarding\//);
      await scene.go(app, 1);
      await scene.arrival(app, /\/app\?/);
    },
    ...completed,
  },
  {
    title: "display 'redirect': a parallel tab does not take the result",
    async act(scene) {
      const app = await scene.openApp({ buttons: [redirect] });
      await scene.clickToLeave(app);
      const other = await scene.open(
        `${scene.appUrl({ buttons: [redirect] }, { tab: '2' })}&${forged}`,
      );
      await scene.quiet();
      await other.close();
      await scene.answer(app);
    },
    ...completed,
  },
  {
    title:
      "display 'redirect': of two buttons of one partner, the one that was clicked gets the result",
    async act(scene) {
      const buttons = (['a', 'b'] as const).map((state, index) => ({
        ...redirect,
        label: ['First', 'Second'][index]!,
        queryParameters: { ...queryParameters, state },
      }));
      const app = await scene.openApp({ buttons });
      await scene.clickToLeave(app, 'Second');
      await scene.answer(app);
    },
    told: ['open', 'completed', 'callback'].map((each) => `button 2: ${each}`),
    results: [{ ...result, state: 'b' }],
  },
  {
    title: "display 'redirect': the tab is duplicated at the hub, and both come back: one callback",
    async act(scene) {
      const app = await scene.openApp({ buttons: [redirect] });
      await scene.clickToLeave(app);
      // The hub's page is of another site, so the copy of the storage is taken on the way back.
      const address = await app.address();
      await scene.leave(app, scene.url('app', '/blank'));
      await scene.arrival(app, /\/blank/);
      const copy = await scene.duplicate(app);
      await scene.leave(app, address);
      await scene.leave(copy, address);
      await scene.answer(await scene.hubIn(app));
      await scene.toldSoFar(3);
      await scene.answer(await scene.hubIn(copy));
      await scene.arrival(copy, /\/app/);
    },
    ...completed,
    remain: ['app', 'app'],
  },
  {
    title: "display 'redirect': the answer has another state",
    async act(scene) {
      const app = await scene.openApp({ buttons: [redirect] });
      await scene.clickToLeave(app);
      await scene.answerExactly(app, `${answer}&state=other`);
    },
    told: ['open', 'failed', 'error state_mismatch'],
  },
  {
    title: "display 'redirect': the client comes Back without a result, out of the browser's cache",
    async act(scene) {
      // A page that may not be stored is not kept for Back either.
      const header = 'cache-control: private';
      const app = await scene.openApp({ buttons: [redirect] }, { header });
      await scene.clickToLeave(app);
      await scene.go(app, -1);
      await scene.arrival(app, /\/app\?/);
      await scene.until('the app', () => app.run(() => !!document.querySelector('h1')));
    },
    ...cancelled,
  },
  {
    title: "display 'redirect': several buttons, one callback for the first with the partner",
    async act(scene) {
      const app = await scene.openApp({
        buttons: [
          { ...redirect, label: 'One', partnerId: 'onePA' },
          { ...redirect, label: 'Two', partnerId: 'twoPA' },
          { ...redirect, label: 'Three', partnerId: 'twoPA' },
        ],
      });
      await scene.clickToLeave(app, 'Three');
      await scene.answer(app);
    },
    told: ['button 3: open', 'button 2: completed', 'button 2: callback'],
    results: [result],
  },
  {
    title: "display 'auto': window.open gives no window, so the page leaves",
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ display: 'auto', queryParameters }] });
      await app.run(() => {
        window.open = () => null;
      });
      await scene.clickToLeave(app);
      await scene.answer(app);
    },
    ...completed,
  },
  {
    title: "display 'auto': the popup blocker is on, and a script clicks, so the page leaves",
    async act(scene) {
      // The page that the client comes back to does not click again.
      const queryParameters = { redirect_url: scene.appUrl({ buttons: [redirect] }) };
      const buttons = [{ display: 'auto', queryParameters } as const];
      const address = scene.appUrl({ clicksItself: true, buttons });
      const page = await scene.open(address).catch(async () => (await scene.windows())[0]!);
      await scene.hubIn(page);
      await scene.answer(page);
    },
    told: ['open', 'completed', 'callback'],
    results: [result],
  },
  {
    title: 'An in-app browser takes this very tab to the hub',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ queryParameters }] });
      await app.run(() => {
        window.open = (address) => {
          location.href = String(address);
          return null;
        };
      });
      await scene.clickToLeave(app);
      await scene.answer(app);
    },
    told: ['failed', 'error popup_blocked', 'completed', 'callback'],
    results: [result],
  },
  {
    title: 'A link that no attempt asked for, with allowUnsolicited',
    act: (scene) =>
      scene.open(`${scene.appUrl({ buttons: [{ allowUnsolicited: true }] })}&${answer}`),
    told: ['completed', 'callback'],
    results: [result],
  },
];
