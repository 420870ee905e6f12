import type { Frame, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { type Stage, sharedChromium, testIn } from './stage';
import { answerWith, clickForPopup, expectSilence, navigate, result, told } from './steps';

const test = testIn(sharedChromium);

const header = 'Cross-Origin-Opener-Policy: same-origin';
/** Chromium tells of every look at a popup that it has cut off. */
const cutOff = /Cross-Origin-Opener-Policy/;

type Target = 'self' | 'parent' | 'opener';

/** Lets a `/blank` page post all its forgeries. */
const forge = (from: Page | Frame, target: Target) =>
  from.evaluate((name) => {
    const { forge } = window as unknown as { forge(target: Window): void };
    forge(window[name] as Window);
  }, target);

/** Puts a page into a frame of the app. */
async function embed(page: Page, address: string): Promise<Frame> {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    document.body.append(Object.assign(frame, { src }));
    return new Promise((resolve) => {
      frame.onload = resolve;
    });
  }, address);
  return page.frames().find((frame) => frame.url() === address)!;
}

/** Opens the app with the script of `/blank` in it, so that it can forge messages to itself. */
async function openForgingApp(stage: Stage) {
  const page = await stage.openApp();
  await page.addScriptTag({ url: '/assets/blank.js', type: 'module' });
  return page;
}

describe.concurrent('forged messages do nothing', () => {
  test.for(['attacker', 'app'] as const)('from a frame of the %s', async (origin, { stage }) => {
    stage.expectNoise(cutOff);
    const page = await stage.openApp({ buttons: [{}, { label: 'Cut off', hub: { header } }] });
    const frame = await embed(page, stage.url(origin, '/blank'));
    await expectSilence(stage, page, () => forge(frame, 'parent'));

    const popups = [await clickForPopup(page), await clickForPopup(page, 'Cut off')];
    await expectSilence(stage, page, () => forge(frame, 'parent'));
    for (const popup of popups) await answerWith(popup);

    expect(await stage.results(2)).toEqual([result, result]);
  });

  test("from a frame of another site that knows the attempt's ID", async ({ stage }) => {
    stage.expectNoise(cutOff);
    await stage.context.addInitScript(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (key, value) {
        Object.assign(window, { mark: value });
        setItem.call(this, key, value);
      };
    });
    const page = await stage.openApp({ buttons: [{ hub: { header } }] });
    const frame = await embed(page, stage.url('attacker', '/blank'));
    const popup = await clickForPopup(page);
    const mark = await page.evaluate(() => (window as unknown as { mark: string }).mark);
    await expectSilence(stage, page, () =>
      frame.evaluate((id) => {
        const search = '?client=FORGED&channels=[]';
        parent.postMessage({ type: '360dialog-connect', v: 1, id, search }, '*');
      }, JSON.parse(mark).id),
    );
    await answerWith(popup);

    expect(await stage.results()).toEqual([result]);
  });

  test('from the page itself, as other scripts on it post them', async ({ stage }) => {
    const page = await openForgingApp(stage);
    const popup = await clickForPopup(page);
    await expectSilence(stage, page, () => forge(page, 'self'));
    await answerWith(popup);

    expect(await stage.results()).toEqual([result]);
  });

  test('from the attacker inside our popup', async ({ stage }) => {
    const page = await stage.openApp();
    const popup = await clickForPopup(page);
    const hub = popup.url();
    await navigate(popup, stage.url('attacker', '/blank'));
    await expectSilence(stage, page, () => forge(popup, 'opener'));
    await navigate(popup, hub);
    await answerWith(popup);

    expect(await stage.results()).toEqual([result]);
  });

  test('from a window that the attacker holds, to the app and to the redirect page', async ({
    stage,
  }) => {
    const page = await stage.openApp();
    const popup = await clickForPopup(page);
    await expectSilence(stage, page, async () => {
      const attacker = await stage.open(stage.url('attacker', '/blank'));
      for (const path of ['/app', '/redirect/module', '/redirect/script']) {
        await attacker.evaluate(
          (address) => {
            const { forge } = window as unknown as { forge(target: Window): void };
            const victim = window.open(address)!;
            setTimeout(() => forge(victim), 1000);
          },
          `${stage.url('app', path)}&client=FORGED&channels=[a]`,
        );
      }
    });
    expect(stage.context.pages()).toHaveLength(6);
    await answerWith(popup);

    expect(await stage.results()).toEqual([result]);
  });

  test('on channels and storage keys that another page of the app guesses', async ({ stage }) => {
    const page = await stage.openApp();
    const popup = await clickForPopup(page);
    const other = await stage.open(stage.url('app', '/blank'));
    await expectSilence(stage, page, () =>
      other.evaluate(() => {
        const type = '360dialog-connect';
        const message = { type, v: 1, id: 'guessed', search: '?client=FORGED&channels=[a]' };
        for (const name of [type, `${type}:`, `${type}:guessed`, `${type}:undefined`]) {
          new BroadcastChannel(name).postMessage(message);
          localStorage.setItem(name, JSON.stringify(message));
          localStorage.setItem(name, '{');
        }
      }),
    );
    await answerWith(popup);

    expect(await stage.results()).toEqual([result]);
    expect(await told(page, 'error')).toEqual([]);
  });
});
