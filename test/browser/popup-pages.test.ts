import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { findByAxe } from '../helpers/axe-in-page';
import { type Stage, sharedChromium, testIn } from './stage';
import { answerWith, button, clickForPopup, holdSignatures } from './steps';

const test = testIn(sharedChromium);

const header = [
  "Content-Security-Policy: default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
];

/** Clicks in an app under a strict policy, whose server takes its time. @returns its popup */
async function openHoldingPage(
  stage: Stage,
  { holdingText, root = {} }: { holdingText?: string; root?: Record<string, string> } = {},
) {
  const page = await stage.openApp({ buttons: [{ signatureDelayMs: 0, holdingText }] }, { header });
  await page.evaluate(({ colorScheme = '', ...attributes }) => {
    Object.assign(document.documentElement, attributes);
    document.documentElement.style.colorScheme = colorScheme;
  }, root);
  const letSign = await holdSignatures(stage);
  const opened = page.waitForEvent('popup');
  await button(page).click();
  const popup = await opened;
  await popup.getByText(holdingText ?? 'Please wait.').waitFor();
  return { popup, letSign };
}

const backgroundOf = (popup: Page) =>
  popup.evaluate(() => {
    const probe = document.createElement('i');
    document.body.append(probe);
    probe.style.backgroundColor = 'Canvas';
    const { backgroundColor } = getComputedStyle(probe);
    probe.remove();
    return backgroundColor;
  });

const light = 'rgb(255, 255, 255)';
const dark = 'rgb(18, 18, 18)';

/** How far the text is from the middle of the window, in CSS pixels. */
const distanceFromMiddle = (popup: Page) =>
  popup.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('[role=status]') ?? document.body);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return {
      sideways: Math.abs((left + right) / 2 - document.documentElement.clientWidth / 2),
      upright: Math.abs((top + bottom) / 2 - innerHeight / 2),
    };
  });

const moving = (popup: Page) =>
  popup.evaluate(() => document.getAnimations().map(({ playState }) => playState));

describe.concurrent('the page that the popup shows while the server signs', () => {
  test('has its text in the middle, and violates no strict policy', async ({ stage }) => {
    const { popup, letSign } = await openHoldingPage(stage);

    const { sideways, upright } = await distanceFromMiddle(popup);
    expect(sideways).toBeLessThan(2);
    expect(upright).toBeLessThan(90);
    // A page of three words has no landmark and no heading.
    const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    expect(await findByAxe(popup, { runOnly: wcag })).toEqual([]);
    letSign();
    expect(await stage.log('violation')).toEqual([]);
    expect(stage.noise(/Content Security Policy/)).toEqual([]);
  });

  test('has a sign that moves, and stands where the visitor wants less motion', async ({
    stage,
  }) => {
    const { popup, letSign } = await openHoldingPage(stage);
    expect(await moving(popup)).toEqual(['running']);

    await popup.emulateMedia({ reducedMotion: 'reduce' });

    expect(await moving(popup)).toEqual([]);
    letSign();
  });

  test('is dark where the visitor has it so and the app declares nothing', async ({ stage }) => {
    const { popup, letSign } = await openHoldingPage(stage);
    expect(await backgroundOf(popup)).toBe(light);

    await popup.emulateMedia({ colorScheme: 'dark' });

    expect(await backgroundOf(popup)).toBe(dark);
    letSign();
  });

  test.for([
    ['dark', 'light', dark],
    ['light', 'dark', light],
    ['light dark', 'dark', dark],
  ] as const)(
    'in an app that declares %s, for a visitor of %s, is as the app is',
    async ([colorScheme, system, background], { stage }) => {
      const { popup, letSign } = await openHoldingPage(stage, { root: { colorScheme } });

      await popup.emulateMedia({ colorScheme: system });

      expect(await backgroundOf(popup)).toBe(background);
      letSign();
    },
  );

  test('is in the language and direction of the app', async ({ stage }) => {
    const { popup, letSign } = await openHoldingPage(stage, {
      holdingText: 'لحظة من فضلك…',
      root: { lang: 'ar', dir: 'rtl' },
    });

    const { direction, lang } = await popup.evaluate(() => ({
      direction: getComputedStyle(document.body).direction,
      lang: document.documentElement.lang,
    }));
    expect([direction, lang]).toEqual(['rtl', 'ar']);
    letSign();
  });
});

describe('the page that says that it is finished', () => {
  test.for(['/redirect/module', '/redirect/route'])(
    '%s has its text in the middle',
    async (path, { stage }) => {
      const redirect_url = stage.url('app', path, path.endsWith('module') ? { header } : {});
      const page = await stage.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
      const popup = await clickForPopup(page);
      await page.close();
      await answerWith(popup);
      await popup.getByRole('status').waitFor();

      const { sideways, upright } = await distanceFromMiddle(popup);
      expect(sideways).toBeLessThan(10);
      expect(upright).toBeLessThan(90);
      expect(await stage.log('violation')).toEqual([]);
      expect(stage.noise(/Content Security Policy/)).toEqual([]);
    },
  );

  test('made by the server is dark where the visitor has it so', async ({ stage }) => {
    const popup = await stage.open(stage.url('app', '/redirect/route'));

    await popup.emulateMedia({ colorScheme: 'dark' });

    expect(await backgroundOf(popup)).toBe(dark);
  });
});
