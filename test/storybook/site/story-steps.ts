import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, test as base, beforeAll, expect, inject } from 'vitest';
import { waitForClose } from '../../browser/steps';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject('chromiumEndpoint'));
});
afterAll(() => browser?.close());

/** `test` with a `context`: a browser of its own that no client has used before. */
export const test = base.extend<{ context: BrowserContext }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what it needs
  context: async ({}, use) => {
    const context = await browser.newContext({ screen: { width: 1920, height: 1080 } });
    await use(context);
    await context.close();
  },
});

/** Opens a story without Storybook around it. */
export async function openStory(context: BrowserContext, id: string, globals = ''): Promise<Page> {
  const page = await context.newPage();
  const address = `${inject('storybook')}/iframe.html?id=${id}&viewMode=story`;
  await page.goto(`${address}&globals=${globals}`);
  await page.locator('.story').waitFor();
  return page;
}

/** Presses a button of a story. @returns the popup, with the hub loaded in it */
export async function press(page: Page, name = 'Connect 360dialog'): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name, exact: true }).click();
  const popup = await opened;
  await popup.getByRole('heading', { level: 1 }).waitFor();
  return popup;
}

/** Signs up as a client who is new to the sandbox, and pays where the partner does not. */
export async function signUp(popup: Page, email: string): Promise<void> {
  await popup.getByLabel('Name').fill('Ana Lima');
  await popup.getByLabel('E-mail').fill(email);
  await popup.getByLabel('Password').fill('any password');
  await popup.getByRole('button', { name: 'Create account' }).click();
  const pay = popup.getByRole('button', { name: 'Continue' });
  const register = popup.getByRole('button', { name: 'Register' });
  await pay.or(register).waitFor();
  if (await pay.isVisible()) await pay.click();
  await register.click();
}

/** The last page; the popup may be gone before Playwright has seen the end of the click. */
export async function allow(popup: Page): Promise<void> {
  const closed = waitForClose(popup);
  await popup
    .getByRole('button', { name: 'Allow' })
    .click()
    .catch((error) => {
      if (!popup.isClosed()) throw error;
    });
  await closed;
}

/** What the story's app was told. */
export async function resultOf(page: Page): Promise<Record<string, unknown>> {
  return JSON.parse((await page.getByTestId('result').textContent())!);
}

const id = (suffix: string, length: number) =>
  expect.stringMatching(new RegExp(`^\\w{${length}}${suffix}$`));

/** What IDs look like. */
export const client = id('CL', 8);
export const channel = id('CH', 6);
