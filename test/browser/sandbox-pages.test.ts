import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { type Sandbox, startSandbox } from 'react-360dialog-connect/sandbox';
import { afterAll, beforeAll, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';

const test = testIn(sharedChromium);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

for (const width of [1280, 360]) {
  test(`the page of webhooks is axe-clean and fits at ${width} px`, async ({ stage }) => {
    const hub = sandbox.onboardingUrl.replace('{partnerId}', 'aAbBcCPA');
    const page = await stage.open(`${hub}?redirect_url=${encodeURIComponent(sandbox.url)}`);
    await page.getByLabel('E-mail').fill(`ada-${width}@example.com`);
    await page.getByLabel('Password').fill('any');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.setViewportSize({ width, height: 800 });

    await page.goto(`${sandbox.url}/__webhooks`);
    await page.getByRole('button', { name: 'Send test event to Bluebird Software' }).click();
    await page.getByText('No webhook URL is set.').last().waitFor();
    await page.getByText('Body').first().click();

    await expectCleanAndNarrow(page);
  });

  test(`Meta’s signup window is axe-clean and fits at ${width} px`, async ({ stage }) => {
    const query = new URLSearchParams({ config_id: '1', opener_origin: 'http://localhost' });
    const page = await stage.open(`${sandbox.url}/facebook/signup?${query}`);
    await page.setViewportSize({ width, height: 800 });

    await expectCleanAndNarrow(page);
  });
}

async function expectCleanAndNarrow(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(violations).toEqual([]);
  expect(tooWide).toBeLessThanOrEqual(0);
}
