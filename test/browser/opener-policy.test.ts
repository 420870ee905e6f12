import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import {
  answer,
  answerWith,
  button,
  clickForPopup,
  eventually,
  expectSilence,
  leaveFor,
  result,
  sleep,
  told,
  waitForClose,
} from './steps';

const test = testIn(sharedChromium);

const header = 'Cross-Origin-Opener-Policy: same-origin';
const allowPopups = 'Cross-Origin-Opener-Policy: same-origin-allow-popups';
/** Chromium tells of every look at a popup that it has cut off. */
const cutOff = /Cross-Origin-Opener-Policy/;

const detached = { name: 'Connect', exact: true };

describe('Cross-Origin-Opener-Policy', () => {
  test.for([
    ['the hub', { hub: header }],
    ['the hub, popups allowed', { hub: allowPopups }],
    ['the app', { app: header, redirect: header }],
    ['the redirect page', { redirect: header }],
    ['all pages', { hub: header, app: header, redirect: header }],
  ] as const)(
    'of %s keeps no result away, and the popup closes itself',
    async ([, policies], { stage }) => {
      stage.expectNoise(cutOff);
      const { hub, app, redirect } = { hub: [], app: [], redirect: [], ...policies };
      // Slow enough for the app to see a closed window before the result is there.
      const slow = { header: redirect, scriptDelay: '500' };
      const redirect_url = stage.url('app', '/redirect/module', slow);
      const buttons = [{ hub: { header: hub }, queryParameters: { redirect_url } }];
      const page = await stage.openApp({ buttons }, { header: app });
      const popup = await clickForPopup(page);
      await sleep(800);
      await answerWith(popup);
      await waitForClose(popup);

      expect(await stage.results()).toEqual([result]);
      await expectSilence(stage, page);
      expect(await told(page, 'status')).toEqual(['open', 'completed']);
    },
  );

  test.for(['BroadcastChannel', 'localStorage'])(
    'of the hub keeps no result away where the browser has no %s',
    async (missing, { stage }) => {
      stage.expectNoise(cutOff);
      await stage.context.addInitScript(
        (name) => Object.defineProperty(window, name, { value: undefined }),
        missing,
      );
      const page = await stage.openApp({ buttons: [{ hub: { header } }] });
      const popup = await clickForPopup(page);
      await answerWith(popup);
      await waitForClose(popup);

      expect(await stage.results()).toEqual([result]);
      expect(
        await page.evaluate(() => [window.localStorage?.length ?? 0, sessionStorage.length]),
      ).toEqual([0, 0]);
    },
  );

  test('of the hub leaves the attempt open and detached for as long as it takes', async ({
    stage,
  }) => {
    stage.expectNoise(cutOff);
    const page = await stage.openApp({ buttons: [{ hook: true, hub: { header } }] });
    const popup = await clickForPopup(page, 'Connect open');
    await page.getByRole('status', detached).getByText('open, detached').waitFor();
    await expectSilence(stage, page);
    await answerWith(popup);
    await waitForClose(popup);

    expect(await stage.results()).toEqual([result]);
    expect(await told(page, 'status')).toEqual(['open', 'completed']);
  });

  test('of the hub leaves the button alive: a click starts anew, and both results arrive', async ({
    stage,
  }) => {
    stage.expectNoise(cutOff);
    const page = await stage.openApp({ buttons: [{ hook: true, hub: { header } }] });
    const popups = [await clickForPopup(page, 'Connect open')];
    await page.getByRole('status', detached).getByText('open, detached').waitFor();
    popups.push(await clickForPopup(page, 'Connect open'));
    await answerWith(popups[0]!, 'client=first&channels=[]');
    await stage.results(1);
    await answerWith(popups[1]!, 'client=second&channels=[]');

    expect(await stage.results(2)).toMatchObject([{ client: 'first' }, { client: 'second' }]);
    await Promise.all(popups.map(waitForClose));
    await expectSilence(stage, page);
    expect(await told(page, 'status')).toEqual(['open', 'completed']);
    expect(await told(page, 'cancel')).toEqual([]);
  });

  test('of the hub does not keep close() from ending the attempt', async ({ stage }) => {
    stage.expectNoise(cutOff);
    const page = await stage.openApp({ buttons: [{ hook: true, hub: { header } }] });
    const popup = await clickForPopup(page, 'Connect open');
    await page.getByRole('status', detached).getByText('open, detached').waitFor();
    await button(page, 'Connect close').click();
    await expectSilence(stage, page, () => answerWith(popup));

    expect(await told(page, 'cancel')).toHaveLength(1);
    await popup.getByText('Finished. You can close this window.').waitFor();
  });

  test('of a page after the hub may look like a cancel, but the late result arrives, once', async ({
    stage,
  }) => {
    stage.expectNoise(cutOff);
    const page = await stage.openApp();
    const popup = await clickForPopup(page);
    await sleep(800);
    await leaveFor(popup, stage.url('hub', '/blank', { header: allowPopups }));
    await eventually(async () => expect(await told(page, 'cancel')).toHaveLength(1));
    await leaveFor(popup, `${stage.url('app', '/redirect/module')}&${answer}`);
    await waitForClose(popup);

    expect(await stage.results()).toEqual([result]);
    await expectSilence(stage, page);
    expect(await told(page, 'status')).toEqual(['open', 'cancelled', 'completed']);
  });
});
