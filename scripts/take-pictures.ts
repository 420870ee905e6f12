/**
 * Makes the README's pictures from the stories, as they really run.
 *
 *     npm start                         # in one terminal; it prints Storybook's address
 *     npx tsx scripts/take-pictures.ts  # in another; arguments: its address, one picture's name
 */
import { writeFile } from 'node:fs/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { findChromium } from './find-chromium';

const [storybook = 'http://localhost:6006', only] = process.argv.slice(2);
const size = { width: 720, height: 800 };

const save = (name: string, png: Buffer) =>
  writeFile(new URL(`../docs/pictures/${name}.png`, import.meta.url), png);

const image = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;

/** Windows of one visitor. */
const visit = (browser: Browser, viewport = size) =>
  browser.newContext({ viewport, screen: { width: 1920, height: 1080 }, deviceScaleFactor: 1.5 });

async function openStory(context: BrowserContext, id: string, globals = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${storybook}/iframe.html?id=${id}&viewMode=story&globals=${globals}`);
  await page.getByRole('button').first().waitFor();
  return page;
}

/** Goes through the hub up to its last page. */
async function signUp(app: Page, email: string): Promise<Page> {
  const opened = app.waitForEvent('popup');
  await app.getByRole('button', { name: 'Connect 360dialog' }).click();
  const popup = await opened;
  await popup.getByLabel('Name').fill('Ana Lima');
  await popup.getByLabel('E-mail').fill(email);
  await popup.getByLabel('Password').fill('any password');
  await popup.getByRole('button', { name: 'Create account' }).click();
  await popup.getByRole('button', { name: 'Register' }).click();
  await popup.getByRole('button', { name: 'Allow' }).waitFor();
  return popup;
}

async function allow(popup: Page): Promise<void> {
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Allow' }).click();
  await closed;
}

const pages: Record<string, (browser: Browser) => Promise<Buffer>> = {
  /** The flow, in three steps. */
  async flow(browser) {
    const context = await visit(browser);
    const app = await openStory(context, 'try-it--connect');
    const popup = await signUp(app, `ana-${Date.now()}@bluebird.example`);
    const appBefore = await app.screenshot();
    const hub = await popup.screenshot();
    await allow(popup);
    await app.getByTestId('result').waitFor();
    const appAfter = await app.screenshot();
    return sheet(context, 3, [
      ['1. A click in your app', appBefore],
      ['2. The hub in its popup', hub],
      ['3. The result, without a reload', appAfter],
    ]);
  },

  /** The button in a page, light and dark. */
  async button(browser) {
    const context = await visit(browser, { width: 640, height: 420 });
    const light = await openStory(context, 'connectbutton--own-look');
    const dark = await openStory(context, 'connectbutton--right-to-left', 'theme:dark;language:ar');
    return sheet(context, 2, [
      ['Your look, your page', await light.screenshot()],
      ['Dark, right to left', await dark.screenshot()],
    ]);
  },

  /** The themed button in every variant and size. */
  async themed(browser) {
    const context = await visit(browser, { width: 1000, height: 560 });
    const light = await openStory(context, 'styledconnectbutton--light');
    const dark = await openStory(context, 'styledconnectbutton--dark', 'theme:dark');
    return sheet(context, 2, [
      ['Light', await light.screenshot()],
      ['Dark', await dark.screenshot()],
    ]);
  },

  /** The generator after a run. */
  async generator(browser) {
    const context = await visit(browser, { width: 1280, height: 1400 });
    const page = await openStory(context, 'generator--generator');
    await page.getByRole('textbox', { name: 'Requested number' }).fill('+49 30 5550 0101');
    await page.getByRole('combobox', { name: 'Plan' }).selectOption('regular');
    const popup = await signUp(page, `generator-${Date.now()}@bluebird.example`);
    await allow(popup);
    await page.getByRole('log').getByText('callback').waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    return page.screenshot();
  },
};

/** Pictures in a row, each with its title. */
async function sheet(
  context: BrowserContext,
  columns: number,
  pictures: [title: string, png: Buffer][],
): Promise<Buffer> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1600, height: 640 });
  const figures = pictures.map(
    ([title, png]) =>
      `<figure><figcaption>${title}</figcaption><div><img src="${image(png)}"></div></figure>`,
  );
  // In a page without a doctype, the body is as high as the window.
  await page.setContent(`<!doctype html>
    <style>
      body { margin: 0; padding: 32px; display: grid; grid-template-columns: repeat(${columns}, 1fr);
        gap: 24px; font: 600 18px/1.4 system-ui, sans-serif; color: #16202a; background: #e9edf0 }
      figure { margin: 0 } figcaption { margin-bottom: 12px }
      div { max-height: 540px; overflow: hidden; border-radius: 10px;
        box-shadow: 0 2px 14px rgb(22 32 42 / 18%) }
      img { width: 100%; display: block }
    </style>
    ${figures.join('')}
  `);
  return page.locator('body').screenshot();
}

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
for (const [name, take] of Object.entries(pages)) {
  if (!only || name === only) await save(name, await take(browser));
}
await browser.close();
