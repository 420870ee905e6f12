/** The click, and what the browser makes of it. */
import { cancelled, completed, type Fault, result } from './fault';
import type { Scene } from './scene';

/** Replaces `window.open` in the app before the click. */
const clickWith = (stub: () => void) => async (scene: Scene) => {
  const app = await scene.openApp();
  await app.run(stub);
  await app.click('Connect');
};

const blocked = { told: ['failed', 'error popup_blocked'] };

/** Clicks while the signature is fetched. @returns app and popup */
async function clickForSigning(scene: Scene, signatureDelayMs: number) {
  const app = await scene.openApp({ buttons: [{ signatureDelayMs }] });
  const popup = await scene.opened(() => app.click('Connect'));
  return { app, popup };
}

/** Clicks, and no signature comes; the popup may be gone before anybody looks for it. */
async function clickInVain(scene: Scene, signatureQuery: string) {
  const app = await scene.openApp({ buttons: [{ signatureDelayMs: 300, signatureQuery }] });
  await app.click('Connect');
  await scene.toldSoFar(3);
  await neverAskedTheHub(scene);
}

const neverAskedTheHub = async (scene: Scene) => {
  const asked = (await scene.log()).filter(({ kind }) => kind === 'hub');
  if (asked.length) throw new Error('The hub was asked.');
};

export const opening: Fault[] = [
  ...(
    [
      ['credentials', 'https://user:password@app.example/connected'],
      ['a fragment', 'https://app.example/#/connected'],
      ['a parameter of the hub’s', 'https://app.example/connected?state=open'],
    ] as const
  ).map(
    ([what, redirect_url]): Fault => ({
      title: `redirect_url has ${what}: refused at the click, not after the onboarding`,
      async act(scene) {
        const app = await scene.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
        await app.click('Connect');
      },
      told: ['failed', 'error invalid_options'],
    }),
  ),

  {
    title: 'The client clicks, and the hub answers',
    async act(scene) {
      const popup = await scene.clickForPopup(await scene.openApp());
      await scene.answer(popup);
    },
    ...completed,
  },
  {
    title: 'window.open gives null',
    act: clickWith(() => {
      window.open = () => null;
    }),
    ...blocked,
  },
  {
    title: 'window.open gives undefined',
    act: clickWith(() => {
      window.open = () => undefined as unknown as null;
    }),
    ...blocked,
  },
  {
    title: 'window.open throws',
    act: clickWith(() => {
      window.open = () => {
        throw new DOMException('sandboxed', 'InvalidAccessError');
      };
    }),
    ...blocked,
  },
  {
    title: 'window.open gives a window that is closed at once',
    act: clickWith(() => {
      window.open = () => ({ closed: true, close() {} }) as Window;
    }),
    ...blocked,
  },
  {
    title: 'The popup blocker is on, and a script clicks',
    act: (scene) => scene.openApp({ clicksItself: true }),
    ...blocked,
  },
  {
    title: 'The popup blocker was on, and the client clicks then',
    async act(scene) {
      const app = await scene.openApp({ clicksItself: true });
      await scene.toldSoFar(2);
      await scene.answer(await scene.clickForPopup(app));
    },
    told: [...blocked.told, ...completed.told],
    results: [result],
  },
  {
    title: 'The signature takes longer than a click counts, with the popup blocker on',
    async act(scene) {
      const { popup } = await clickForSigning(scene, 6500);
      await scene.answer(await scene.hubIn(popup));
    },
    told: ['signing', ...completed.told],
    results: [result],
  },
  {
    title: 'The signing endpoint fails',
    act: (scene) => clickInVain(scene, 'status=500'),
    told: ['signing', 'failed', 'error signature_failed'],
  },
  {
    title: 'The signing endpoint redirects to a login page',
    act: (scene) => clickInVain(scene, 'location=/blank'),
    told: ['signing', 'failed', 'error signature_failed'],
  },
  {
    title: 'The client closes the popup while the signature is fetched',
    async act(scene) {
      const { popup } = await clickForSigning(scene, 4000);
      await scene.watched();
      await popup.close();
      await scene.toldSoFar(3);
      await neverAskedTheHub(scene);
    },
    told: ['signing', 'cancelled', 'cancel'],
  },
  {
    title: 'The client double-clicks',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.opened(() =>
        Promise.all([app.click('Connect'), app.click('Connect')]),
      );
      await scene.answer(await scene.hubIn(popup));
    },
    ...completed,
  },
  {
    title: 'The client clicks again while the popup is open',
    async act(scene) {
      const app = await scene.openApp();
      const popup = await scene.clickForPopup(app);
      await app.click('Connect');
      await scene.answer(popup);
    },
    ...completed,
  },
  {
    title: "The app's own onClick prevents the launch",
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ preventsDefault: true }] });
      await app.click('Connect');
    },
    told: [],
  },
  {
    title: 'The screen is small',
    async act(scene) {
      const app = await scene.openApp();
      await app.run(() => {
        Object.defineProperties(screen, {
          availWidth: { value: 480 },
          availHeight: { value: 640 },
        });
        const { open } = window;
        window.open = (address, target, features) => {
          if (!/width=480,height=640/.test(String(features))) throw new Error(String(features));
          return open.call(window, address, target, features);
        };
      });
      await scene.answer(await scene.clickForPopup(app));
    },
    ...completed,
  },
  {
    title: 'The app is on a second screen, left of the first',
    async act(scene) {
      const app = await scene.openApp();
      await app.run(() => {
        Object.defineProperties(window, {
          screenX: { value: -1500 },
          screenLeft: { value: -1500 },
        });
        const { open } = window;
        window.open = (address, target, features) => {
          if (!/left=-\d+/.test(String(features))) throw new Error(String(features));
          return open.call(window, address, target, features);
        };
      });
      await scene.answer(await scene.clickForPopup(app));
    },
    ...completed,
  },
  {
    title: 'The client drags the popup to another place and makes it larger',
    async act(scene) {
      const popup = await scene.clickForPopup(await scene.openApp());
      await popup.run(() => {
        moveTo(0, 0);
        resizeTo(900, 700);
      });
      await scene.watched();
      await scene.answer(popup);
    },
    ...completed,
  },
  {
    title: 'The text is zoomed to 200 %',
    async act(scene) {
      const app = await scene.openApp();
      await app.run(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await scene.answer(await scene.clickForPopup(app));
    },
    ...completed,
  },
  {
    title: 'Two buttons have attempts at once',
    async act(scene) {
      const app = await scene.openApp({ buttons: [{ label: 'One' }, { label: 'Two' }] });
      const one = await scene.clickForPopup(app, 'One');
      const two = await scene.clickForPopup(app, 'Two');
      await scene.answer(two, 'client=two&channels=[]');
      await scene.toldSoFar(4);
      await scene.answer(one, 'client=one&channels=[]');
    },
    told: [
      ...['open', 'button 2: open', 'button 2: completed', 'button 2: callback'],
      ...['completed', 'callback'],
    ],
    results: [
      { client: 'two', channels: [] },
      { client: 'one', channels: [] },
    ],
  },
  {
    title: 'Two tabs have attempts at once',
    async act(scene) {
      const tabs = [await scene.openApp(), await scene.openApp()];
      const one = await scene.clickForPopup(tabs[0]!);
      const two = await scene.clickForPopup(tabs[1]!);
      await scene.answer(two, 'client=two&channels=[]');
      await scene.toldSoFar(4);
      await scene.answer(one, 'client=one&channels=[]');
    },
    told: [
      ...['open', 'tab 2: open', 'tab 2: completed', 'tab 2: callback'],
      ...['completed', 'callback'],
    ],
    results: [
      { client: 'two', channels: [] },
      { client: 'one', channels: [] },
    ],
    remain: ['app', 'app'],
  },
  {
    title: 'The client gives up, and tries again',
    async act(scene) {
      const app = await scene.openApp();
      const first = await scene.clickForPopup(app);
      await scene.watched();
      await first.close();
      await scene.toldSoFar(3);
      await scene.answer(await scene.clickForPopup(app));
    },
    told: [...cancelled.told, ...completed.told],
    results: [result],
  },
];
