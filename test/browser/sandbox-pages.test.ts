import type { Page } from 'playwright';
import { type Sandbox, startSandbox } from 'react-360dialog-connect/sandbox';
import { afterAll, beforeAll, expect } from 'vitest';
import { allButContrast, findByAxe, onlyContrast } from '../helpers/axe-in-page';
import { type Stage, sharedChromium, testIn } from './stage';

const test = testIn(sharedChromium);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

const hubOf = (partnerId: string, query = '') =>
  `${sandbox.onboardingUrl.replace('{partnerId}', partnerId)}?redirect_url=${encodeURIComponent(sandbox.url)}${query}`;

/** As a visitor may have it: at each width, with the usual text and with text twice as large. */
const settings = [1280, 600, 360].flatMap((width) =>
  ['100%', '200%'].map((textSize) => ({ width, textSize })),
);

/** What hangs out of the window, or out of its box. */
const cut = () => {
  const tooWide = document.documentElement.scrollWidth - innerWidth;
  const out = [...document.querySelectorAll<HTMLElement>('main *')].filter((element) => {
    const box = element.closest('main')!.getBoundingClientRect();
    const { left, right, width } = element.getBoundingClientRect();
    const isHidden = element.closest('.visually-hidden, pre') !== null;
    return width > 0 && !isHidden && (left < box.left - 0.5 || right > box.right + 0.5);
  });
  return { tooWide: Math.max(tooWide, 0), out: out.map(({ outerHTML }) => outerHTML.slice(0, 80)) };
};

/** A page shows everything however it is looked at, and is axe-clean, best practices included. */
async function expectGoodLooks(page: Page): Promise<void> {
  for (const { width, textSize } of settings) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, textSize);

    const how = `${await page.title()} at ${width} px, text of ${textSize}`;
    expect(await page.evaluate(cut), how).toEqual({ tooWide: 0, out: [] });
    if (textSize === '100%') expect(await findByAxe(page, allButContrast), how).toEqual([]);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const how = `${await page.title()}, ${colorScheme}`;
    expect(await findByAxe(page, onlyContrast), how).toEqual([]);
  }
}

/** Signs a client up. */
async function signUp(stage: Stage, email: string, partnerId = 'aAbBcCPA'): Promise<Page> {
  const page = await stage.open(hubOf(partnerId));
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('any');
  await page.getByRole('button', { name: 'Create account' }).click();
  return page;
}

test('the start page breaks no key of a scenario', async ({ stage }) => {
  const page = await stage.open(sandbox.url);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const keys = await page
      .locator('dt code')
      .evaluateAll((all) =>
        all.map((key) => ({ key: key.textContent, lines: key.getClientRects().length })),
      );

    expect(keys.length).toBeGreaterThan(8);
    expect(keys.filter(({ lines }) => lines > 1)).toEqual([]);
  }
});

test('the signup pages are axe-clean and cut nothing, light and dark, with large text', async ({
  stage,
}) => {
  const page = await stage.open(hubOf('dDeEfFPA'));
  await expectGoodLooks(page);
  await page.getByLabel('Name').fill('A client with a rather long name of a company, Ltd.');
  await page.getByLabel('E-mail').fill('client-with-a-long-name@bluebird.example');
  await page.getByLabel('Password').fill('any');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectGoodLooks(page);
});

test('so are the pages of the numbers', async ({ stage }) => {
  stage.expectNoise(/status of 422/);
  const page = await signUp(stage, 'client@bluebird.example', 'dDeEfFPA');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Another number').fill('no number');
  await page.getByRole('button', { name: 'Register' }).click();
  await expectGoodLooks(page);
  await page.getByLabel('Another number').fill('');
  await page.getByRole('button', { name: 'Register' }).click();
  await expectGoodLooks(page);
});

test('so are the login, a problem and the page of the sandbox', async ({ stage }) => {
  stage.expectNoise(/status of 400/);
  const page = await stage.open(hubOf('aAbBcCPA', '&next=login'));
  await expectGoodLooks(page);
  await page.goto(`${sandbox.url}/?client=oaY9LLfUCL&channels=[y9MiLoCH,Ab12CH]&state=a`);
  await expectGoodLooks(page);
  const problem = await stage.open(hubOf('sSiIgGPA'));
  await expectGoodLooks(problem);
});

test('so is the page of webhooks', async ({ stage }) => {
  const page = await signUp(stage, 'ada@example.com');
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();

  await page.goto(`${sandbox.url}/__webhooks`);
  await page.getByRole('button', { name: 'Send test event to Bluebird Software' }).click();
  await page.getByText('No webhook URL is set.').last().waitFor();
  await page.getByText('Body').first().click();

  await expectGoodLooks(page);
});

test('so is Meta’s signup window', async ({ stage }) => {
  const query = new URLSearchParams({ config_id: '1', opener_origin: 'http://localhost' });
  const page = await stage.open(`${sandbox.url}/facebook/signup?${query}`);

  await expectGoodLooks(page);
});
