import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import {
  answerWith,
  atHub,
  button,
  clickForPopup,
  expectSilence,
  holdSignatures,
  result,
  told,
} from './steps';

const test = testIn(sharedChromium);

const self = { redirect_url: 'self' };

describe.concurrent('callback', () => {
  test.for([true, false])(
    'runs once with inline props that set state (StrictMode: %s)',
    async (strict, { stage }) => {
      const page = await stage.openApp({ strict, buttons: [{ queryParameters: self }] });
      await answerWith(await clickForPopup(page));

      expect(await stage.results()).toEqual([result]);
      await expectSilence(stage, page);
      expect(await told(page, 'status')).toEqual(['open', 'completed']);
      expect(await stage.results()).toEqual([result]);
    },
  );

  test('runs once, and for its own button, where the redirect page has several', async ({
    stage,
  }) => {
    const buttons = ['onePA', 'twoPA', 'twoPA'].map((partnerId, index) => ({
      partnerId,
      label: String(index),
      queryParameters: self,
    }));
    const page = await stage.openApp({ buttons });
    await answerWith(await clickForPopup(page, '1'));

    expect(await stage.results()).toEqual([result]);
    await expectSilence(stage, page);
    expect(await stage.results()).toEqual([result]);
    expect(await button(page, '0').getAttribute('data-status')).toBe('idle');
    expect(await button(page, '1').getAttribute('data-status')).toBe('completed');
    expect(await button(page, '2').getAttribute('data-status')).toBe('idle');
  });

  test('runs though the button was unmounted meanwhile', async ({ stage }) => {
    const page = await stage.openApp({ buttons: [{ unmountsWhenOpen: true }] });
    const popup = await clickForPopup(page);
    await button(page).waitFor({ state: 'detached' });
    await answerWith(popup);

    expect(await stage.results()).toEqual([result]);
    expect(await told(page, 'callback')).toEqual([result]);
  });
});

describe.concurrent('ConnectButton', () => {
  test("shows its status, is busy meanwhile, keeps the focus, runs the app's onClick, and submits no form", async ({
    stage,
  }) => {
    const page = await stage.openApp({ buttons: [{ signatureDelayMs: 0 }] });
    const letSign = await holdSignatures(stage);
    const look = () => {
      const { dataset, ariaBusy } = document.querySelector('button')!;
      return `${dataset['status']} ${ariaBusy}`;
    };
    expect(await page.evaluate(look)).toBe('idle null');
    const opened = page.waitForEvent('popup');
    await button(page).click();
    expect(await page.evaluate(look)).toBe('signing true');
    letSign();
    const popup = await opened;
    await popup.waitForURL(atHub);
    expect(await page.evaluate(look)).toBe('open true');
    await answerWith(popup);
    await stage.results();

    expect(await page.evaluate(look)).toBe('completed null');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Connect');
    expect(await told(page, 'click')).toHaveLength(1);
    expect(await stage.log('signature')).toHaveLength(1);
    expect(await stage.log('submit')).toEqual([]);
    expect(await stage.loads(page)).toBe(1);
  });

  test("does not launch where the app's onClick prevents it", async ({ stage }) => {
    const page = await stage.openApp({ buttons: [{ preventsDefault: true }] });
    await button(page).click();

    expect(await told(page, 'click')).toHaveLength(1);
    await expectSilence(stage, page);
    expect(await told(page, 'status')).toEqual([]);
    expect(stage.context.pages()).toHaveLength(1);
  });

  test('refuses wrong options at the click, not before, and opens nothing', async ({ stage }) => {
    const page = await stage.openApp({
      buttons: [
        { label: 'Partner', partnerId: '../../evil' },
        { label: 'Redirect', queryParameters: { redirect_url: 'javascript:alert(1)' } },
        { label: 'Hub', onboardingUrl: 'http://hub.example/{partnerId}' },
      ],
    });
    expect(await told(page, 'error')).toEqual([]);
    for (const label of ['Partner', 'Redirect', 'Hub']) await button(page, label).click();

    await expectSilence(stage, page);
    expect(await told(page, 'error')).toEqual(Array(3).fill('invalid_options'));
    expect(stage.context.pages()).toHaveLength(1);
  });
});
