/** What the app does between the click and the hub, and a click for one of several rows. */
import type { QueryParameters, StageApp } from '../addresses';
import { answer, cancelled, completed, type Fault, result } from './fault';
import type { Scene } from './scene';

type StageButton = NonNullable<StageApp['buttons']>[number];

/** Clicks a button whose `prepare` has the server make a contract. @returns app and popup */
async function clickForContract(scene: Scene, contractDelayMs: number, more: StageButton = {}) {
  const app = await scene.openApp({ buttons: [{ contractDelayMs, ...more }] });
  const name = more.hook ? 'Connect open' : 'Connect';
  const popup = await scene.opened(() => app.click(name));
  return { app, popup };
}

/** Throws where the server saw something else. */
async function expectLogged(scene: Scene, kind: string, details: object[]): Promise<void> {
  const entries = (await scene.log()).filter((entry) => entry.kind === kind);
  const pairs = (detail: unknown) => Object.entries(detail ?? {});
  const areEqual =
    entries.length === details.length &&
    entries.every(({ detail }, index) =>
      pairs(details[index]).every(([name, value]) =>
        pairs(detail).some(([key, seen]) => key === name && seen === value),
      ),
    );
  if (!areEqual) throw new Error(`${kind}: ${JSON.stringify(entries)}`);
}

const neverAskedTheHub = (scene: Scene) => expectLogged(scene, 'hub', []);

/** A list of two numbers under one hook. */
const openRows = (scene: Scene, hub: QueryParameters = {}) =>
  scene.openApp({
    buttons: [
      {
        hook: true,
        hub,
        rows: [
          { requestedNumber: '49301', queryParameters: { state: 'row-1' } },
          { requestedNumber: '49302', queryParameters: { state: 'row-2' } },
        ],
      },
    ],
  });

export const beforeTheHub: Fault[] = [
  {
    title: 'The app prepares for 7 s, longer than a click counts, with the popup blocker on',
    async act(scene) {
      const { popup } = await clickForContract(scene, 7000);
      await scene.answer(await scene.hubIn(popup));
      await expectLogged(scene, 'hub', [{ partner: 'contract-1' }]);
    },
    told: ['preparing', ...completed.told],
    results: [result],
  },
  {
    title: 'The app prepares, and then has the onboarding signed',
    async act(scene) {
      const { popup } = await clickForContract(scene, 300, { signatureDelayMs: 300 });
      await scene.answer(await scene.hubIn(popup));
      await expectLogged(scene, 'hub', [{ partner: 'contract-1', io_signature: 'e19a' }]);
    },
    told: ['preparing', 'signing', ...completed.told],
    results: [result],
  },
  {
    title: 'The popup blocker is on, and a script clicks: nothing is prepared',
    async act(scene) {
      await scene.openApp({ clicksItself: true, buttons: [{ contractDelayMs: 0 }] });
      await scene.toldSoFar(2);
      await expectLogged(scene, 'contract', []);
    },
    told: ['failed', 'error popup_blocked'],
  },
  {
    title: 'The client clicks again while the app prepares: it prepares once',
    async act(scene) {
      const { app, popup } = await clickForContract(scene, 2000);
      await app.click('Connect');
      await scene.answer(await scene.hubIn(popup));
      await expectLogged(scene, 'contract', [{}]);
    },
    told: ['preparing', ...completed.told],
    results: [result],
  },
  {
    title: 'The app calls close() while it prepares: its request is aborted',
    async act(scene) {
      const { app, popup } = await clickForContract(scene, 4000, { hook: true });
      await scene.loggedSoFar('contract');
      await app.click('Connect close');
      await scene.gone(popup);
      await scene.loggedSoFar('contract aborted');
      await neverAskedTheHub(scene);
    },
    told: ['preparing', 'cancelled', 'cancel'],
  },
  {
    title: 'The client closes the popup while the app prepares',
    async act(scene) {
      const { popup } = await clickForContract(scene, 5000);
      await scene.watched();
      await popup.close();
      await scene.loggedSoFar('contract aborted');
      await neverAskedTheHub(scene);
    },
    told: ['preparing', 'cancelled', 'cancel'],
  },
  {
    title: 'The client closes the popup while the app prepares, and tries again',
    async act(scene) {
      const { app, popup } = await clickForContract(scene, 2500);
      await scene.watched();
      await popup.close();
      await scene.toldSoFar(3);
      const again = await scene.opened(() => app.click('Connect'));
      await scene.answer(await scene.hubIn(again));
    },
    told: ['preparing', 'cancelled', 'cancel', 'preparing', ...completed.told],
    results: [result],
  },
  {
    title: 'What the app prepares fails',
    async act(scene) {
      // The popup closes by itself: a busy machine needs time to see it.
      const { popup } = await clickForContract(scene, 3000, { contractQuery: 'status=500' });
      await scene.gone(popup);
      await neverAskedTheHub(scene);
    },
    told: ['preparing', 'failed', 'error preparation_failed'],
  },
  {
    title: 'The app’s server mints a state while the app prepares, and it comes back',
    async act(scene) {
      const { popup } = await clickForContract(scene, 300, { contractQuery: 'state=minted' });
      await scene.answer(await scene.hubIn(popup));
    },
    told: ['preparing', ...completed.told],
    results: [{ ...result, state: 'minted' }],
  },
  {
    title: 'The app’s server mints a state while the app prepares, and it does not come back',
    async act(scene) {
      const { popup } = await clickForContract(scene, 300, { contractQuery: 'state=minted' });
      await scene.answerExactly(await scene.hubIn(popup), answer);
    },
    told: ['preparing', 'open', 'failed', 'error state_mismatch'],
  },
  {
    title: 'The app prepares, and this very window goes to the hub',
    async act(scene) {
      const app = await scene.openApp({
        buttons: [
          { contractDelayMs: 300, display: 'redirect', queryParameters: { redirect_url: 'self' } },
        ],
      });
      await scene.clickToLeave(app);
      await scene.answer(app);
    },
    told: ['preparing', 'open', 'completed', 'callback'],
    results: [result],
  },
  {
    title: 'One hook serves two rows: the second is asked for, and its state comes back',
    async act(scene) {
      const app = await openRows(scene);
      await scene.answer(await scene.clickForPopup(app, 'Connect row 2'));
      await expectLogged(scene, 'hub', [{ number: '49302', state: 'row-2' }]);
    },
    ...completed,
    results: [{ ...result, state: 'row-2' }],
  },
  {
    title: 'The client clicks the second row while the first runs: its popup comes to the front',
    async act(scene) {
      const app = await openRows(scene);
      const popup = await scene.clickForPopup(app, 'Connect row 1');
      await app.click('Connect row 2');
      await scene.watched();
      await scene.answer(popup);
      await expectLogged(scene, 'hub', [{ number: '49301', state: 'row-1' }]);
    },
    ...completed,
    results: [{ ...result, state: 'row-1' }],
  },
  {
    title: 'The client gives up the first row, and connects the second',
    async act(scene) {
      const app = await openRows(scene);
      const first = await scene.clickForPopup(app, 'Connect row 1');
      await scene.watched();
      await first.close();
      await scene.toldSoFar(3);
      await scene.answer(await scene.clickForPopup(app, 'Connect row 2'));
    },
    told: [...cancelled.told, ...completed.told],
    results: [{ ...result, state: 'row-2' }],
  },
  {
    title: 'The hub cuts off the first row’s popup, and the client connects the second beside it',
    async act(scene) {
      const app = await openRows(scene, { header: 'Cross-Origin-Opener-Policy: same-origin' });
      const first = await scene.clickForPopup(app, 'Connect row 1');
      await scene.until('detached', () =>
        app.run(() => document.querySelector('output')!.textContent === 'open, detached'),
      );
      const second = await scene.clickForPopup(app, 'Connect row 2');
      await scene.answer(second);
      await scene.toldSoFar(3);
      await scene.answer(first);
    },
    told: [...completed.told, 'callback'],
    results: [
      { ...result, state: 'row-2' },
      { ...result, state: 'row-1' },
    ],
  },
];
