/**
 * Makes `stories/flow.png`, the README's picture: the flow as it really runs, in three steps.
 *
 *     npm start                              # in one terminal
 *     npx tsx stories/take-flow-picture.ts   # in another
 */
import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { findChromium } from '../test/browser/find-chromium';

const story = 'http://localhost:6006/iframe.html?id=try-it--connect&viewMode=story';
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const context = await browser.newContext({
  viewport: { width: 720, height: 800 },
  screen: { width: 1920, height: 1080 },
  deviceScaleFactor: 1.5,
});
const app = await context.newPage();
await app.goto(story);
const [popup] = await Promise.all([
  context.waitForEvent('page'),
  app.getByRole('button', { name: 'Connect 360dialog' }).click(),
]);
await popup.getByLabel('Password').fill('any password');
await popup.getByRole('button', { name: 'Create account' }).click();
await popup.getByRole('button', { name: 'Register' }).click();
await popup.getByRole('button', { name: 'Allow' }).waitFor();
const appBefore = await app.screenshot();
const hub = await popup.screenshot();
await Promise.all([
  popup.waitForEvent('close'),
  popup.getByRole('button', { name: 'Allow' }).click(),
]);
await app.getByTestId('result').waitFor();
const appAfter = await app.screenshot();

const image = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`;
const sheet = await context.newPage();
await sheet.setViewportSize({ width: 1600, height: 640 });
await sheet.setContent(`
  <style>
    body { margin: 0; padding: 32px; display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px;
      font: 600 18px/1.4 system-ui, sans-serif; color: #16202a; background: #e9edf0 }
    figure { margin: 0 } figcaption { margin-bottom: 12px }
    div { height: 540px; overflow: hidden; border-radius: 10px; background: #f4f6f8;
      box-shadow: 0 2px 14px rgb(22 32 42 / 18%) }
    img { width: 100%; display: block }
  </style>
  <figure><figcaption>1. A click in your app</figcaption><div><img src="${image(appBefore)}"></div></figure>
  <figure><figcaption>2. The hub in its popup</figcaption><div><img src="${image(hub)}"></div></figure>
  <figure><figcaption>3. The result, without a reload</figcaption><div><img src="${image(appAfter)}"></div></figure>
`);
await writeFile(new URL('flow.png', import.meta.url), await sheet.screenshot());
await browser.close();
