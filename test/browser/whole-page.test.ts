import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { type StageApp, sharedChromium, testIn } from './stage';
import {
  answer,
  answerExactly,
  answerWith,
  atHub,
  button,
  eventually,
  expectSilence,
  result,
  told,
} from './steps';

const test = testIn(sharedChromium);

const queryParameters = { redirect_url: 'self' };

/** The button of the hub, by which the whole page leaves. */
async function leaveByClick(page: Page, name?: string): Promise<void> {
  await button(page, name).click();
  await page.waitForURL(atHub);
}

const parametersOf = (page: Page) => [...new URL(page.url()).searchParams.keys()];

describe("display 'redirect'", () => {
  const app: StageApp = { buttons: [{ display: 'redirect', queryParameters }] };

  test('leaves with the whole page, comes back, runs callback once and cleans the address', async ({
    stage,
  }) => {
    const page = await stage.openApp(app);
    await leaveByClick(page);
    await answerWith(page);

    expect(await stage.results()).toEqual([result]);
    expect(parametersOf(page)).toEqual(['test', 'config']);
    expect(await told(page, 'status')).toEqual(['completed']);
    expect(stage.context.pages()).toHaveLength(1);
  });

  test('runs no callback again after a refresh, Back and Forward', async ({ stage }) => {
    const page = await stage.openApp(app);
    await leaveByClick(page);
    await answerWith(page);
    await stage.results();
    const address = page.url();

    await page.reload();
    await expectSilence(stage, page);
    await page.evaluate(() => history.back());
    await page.waitForURL(atHub);
    await page.evaluate(() => history.forward());
    await page.waitForURL(address);
    await expectSilence(stage, page);
    expect(await stage.results()).toEqual([result]);
  });

  test("is one callback, for the first button with the attempt's partner", async ({ stage }) => {
    const buttons = ['onePA', 'twoPA', 'twoPA'].map((partnerId, index) => ({
      partnerId,
      label: String(index),
      display: 'redirect' as const,
      queryParameters,
    }));
    const page = await stage.openApp({ buttons });
    await leaveByClick(page, '2');
    await answerWith(page);

    expect(await stage.results()).toEqual([result]);
    await expectSilence(stage, page);
    expect(await button(page, '1').getAttribute('data-status')).toBe('completed');
    expect(await stage.results()).toEqual([result]);
  });

  test('refuses another state, once', async ({ stage }) => {
    const page = await stage.openApp(app);
    await leaveByClick(page);
    await answerExactly(page, `${answer}&state=other`);
    await eventually(async () => expect(await stage.log('error')).toHaveLength(1));
    await page.reload();
    await expectSilence(stage, page);

    expect((await stage.log('error')).map(({ detail }) => detail)).toEqual(['state_mismatch']);
    expect(await stage.log('callback')).toEqual([]);
  });
});

describe('where the browser opens no window', () => {
  test("display 'auto' leaves with the whole page, and comes back with the result", async ({
    stage,
  }) => {
    await stage.context.addInitScript(() => {
      window.open = () => null;
    });
    const page = await stage.openApp({ buttons: [{ display: 'auto', queryParameters }] });
    await leaveByClick(page);
    await answerWith(page);

    expect(await stage.results()).toEqual([result]);
    expect(parametersOf(page)).toEqual(['test', 'config']);
    expect(await stage.log('error')).toEqual([]);
  });

  test('but takes this very one to the hub, the result still arrives', async ({ stage }) => {
    await stage.context.addInitScript(() => {
      window.open = (address) => {
        location.href = String(address);
        return null;
      };
    });
    const page = await stage.openApp({ buttons: [{ queryParameters }] });
    await leaveByClick(page);
    await answerWith(page);

    expect(await stage.results()).toEqual([result]);
    expect(parametersOf(page)).toEqual(['test', 'config']);
  });
});

describe('a link that no attempt asked for', () => {
  test('is one callback with allowUnsolicited, which cleans the address only of it', async ({
    stage,
  }) => {
    const app = {
      buttons: [
        { label: 'Not' },
        { label: 'A', allowUnsolicited: true },
        { label: 'B', allowUnsolicited: true },
      ],
    };
    const link = stage.appUrl(app, { tab: 'link', 'utm source': 'a b' });
    const page = await stage.open(`${link}&${answer}&state=theirs#part`);

    expect(await stage.results()).toEqual([{ ...result, state: 'theirs' }]);
    await expectSilence(stage, page);
    expect(page.url()).toBe(`${link}#part`);
    expect(await button(page, 'A').getAttribute('data-status')).toBe('completed');
    await page.reload();
    await expectSilence(stage, page);
    expect(await stage.results()).toHaveLength(1);
  });

  test('is told to the developer once, in a development build', async ({ stage }) => {
    const hint = /360dialog-connect: .*allowUnsolicited/;
    stage.expectNoise(hint);
    await stage.context.addInitScript(() => {
      Object.assign(window, { process: { env: { NODE_ENV: 'development' } } });
    });
    const page = await stage.open(`${stage.appUrl({}, { tab: 'link' })}&${answer}`);
    await expectSilence(stage, page);

    expect(stage.noise(hint)).toHaveLength(1);
    expect(await told(page, 'status')).toEqual([]);
  });
});
