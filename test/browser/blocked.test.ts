import { chromium } from 'playwright';
import { describe, expect, inject } from 'vitest';
import { chromiumArgs } from './chromium-args';
import { testIn } from './stage';
import {
  answerWith,
  atHub,
  button,
  clickForPopup,
  eventually,
  expectSilence,
  result,
  told,
} from './steps';
import { countTraces, tracesOf } from './traces';

// Playwright switches the popup blocker off; here it is on, as clients have it.
const test = testIn(() =>
  chromium.launch({
    executablePath: inject('chromiumPath'),
    args: chromiumArgs,
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  }),
);

describe.concurrent('with the popup blocker on', () => {
  test('a click by script is popup_blocked once, asks for no signature, and leaves no trace', async ({
    stage,
  }) => {
    await stage.context.addInitScript(countTraces);
    const page = await stage.openApp({ clicksItself: true, buttons: [{ signatureDelayMs: 0 }] });
    await eventually(async () => expect(await told(page, 'error')).toEqual(['popup_blocked']));

    await expectSilence(stage, page);
    expect(await told(page, 'status')).toEqual(['failed']);
    expect(await stage.log('signature')).toEqual([]);
    expect(stage.context.pages()).toHaveLength(1);
    const { channels, intervals, stored } = await tracesOf(page);
    expect({ channels, intervals, stored }).toEqual({ channels: 0, intervals: 0, stored: [] });
  });

  test('a real click after that opens', async ({ stage }) => {
    const page = await stage.openApp({ clicksItself: true });
    await eventually(async () => expect(await told(page, 'error')).toEqual(['popup_blocked']));
    await answerWith(await clickForPopup(page));

    expect(await stage.results()).toEqual([result]);
  });

  test('the popup survives a signature that takes longer than a click counts', async ({
    stage,
  }) => {
    const page = await stage.openApp({ buttons: [{ signatureDelayMs: 7000 }] });
    const opened = page.waitForEvent('popup');
    await button(page).click();
    const popup = await opened;
    await popup.getByText('One moment, please …').waitFor();
    await popup.waitForURL(atHub);
    await answerWith(popup);

    expect(await stage.results()).toEqual([result]);
    const [asked] = await stage.log('hub');
    expect(asked?.detail).toMatchObject({ io_signature: 'e19a' });
  });

  test("display 'auto' leaves with the whole page instead, and comes back", async ({ stage }) => {
    const buttons = [{ display: 'auto', queryParameters: { redirect_url: 'self' } }] as const;
    const page = await stage.context.newPage();
    await page.goto(stage.appUrl({ clicksItself: true, buttons: [...buttons] }));
    await page.waitForURL(atHub);
    await answerWith(page);

    expect(await stage.results()).toEqual([result]);
  });
});
