import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { chromiumArgs } from '../../scripts/chromium-args';
import { findChromium } from '../../scripts/find-chromium';
import type { Consumer } from './packed';

/** A browser in which the hub's published address leads to the sandbox of the packed package. */
export type HubStage = {
  context: BrowserContext;
  /** Begins anew, with this redirect URL and without a client that the hub has seen. */
  beginWith(redirectUrl: string): Promise<void>;
  /** Opens the app in a new tab. */
  open(url: string): Promise<Page>;
  /** What the consoles of all pages complained about. */
  noise: string[];
  close(): Promise<void>;
};

/** Starts the browser and the sandbox that a consumer has installed. */
export async function openHubStage(consumer: Consumer): Promise<HubStage> {
  const entry = 'node_modules/react-360dialog-connect/dist/sandbox/index.js';
  const { startSandbox }: typeof import('react-360dialog-connect/sandbox') = await import(
    pathToFileURL(join(consumer.folder, entry)).href
  );
  const sandbox = await startSandbox({ port: 0 });
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
  const context = await browser.newContext({
    screen: { width: 1920, height: 1080 },
    viewport: { width: 1280, height: 800 },
  });
  await context.route('https://hub.360dialog.com/**', (route) => {
    const { pathname, search } = new URL(route.request().url());
    const partnerId = pathname.split('/')[3]!;
    const location = sandbox.onboardingUrl.replace('{partnerId}', partnerId) + search;
    return route.fulfill({ status: 302, headers: { location } });
  });
  const noise: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(message.text());
  });
  context.on('weberror', (error) => noise.push(String(error.error())));

  return {
    context,
    noise,
    async beginWith(redirectUrl) {
      await context.clearCookies();
      const { ok, status } = await fetch(`${sandbox.url}/__scenario`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ redirectUrl, reset: true }),
      });
      if (!ok) throw new Error(`The sandbox refused the redirect URL: ${status}`);
    },
    async open(url) {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
}

/** Clicks the app's button. @returns the popup, with the hub in it */
export async function openHub(app: Page, name = 'Connect 360dialog'): Promise<Page> {
  const opened = app.waitForEvent('popup');
  await app.getByRole('button', { name }).click();
  const hub = await opened;
  await hub.getByRole('button', { name: 'Create account' }).waitFor();
  return hub;
}

/** Goes through the hub as a new client does, until the popup is closed. */
export async function goThroughHub(hub: Page): Promise<void> {
  await hub.getByLabel('E-mail').fill('ana@bluebird.example');
  await hub.getByLabel('Password').fill('any password');
  await hub.getByRole('button', { name: 'Create account' }).click();
  await hub.getByRole('button', { name: 'Register' }).click();
  const closed = hub.waitForEvent('close');
  const allow = hub.getByRole('button', { name: 'Allow' });
  // The popup may be gone before Playwright has seen the end of the click.
  await Promise.all([closed, allow.click().catch(() => closed)]);
}

/** What the app shows of its result. */
export async function shownResult(app: Page): Promise<unknown> {
  return JSON.parse((await app.locator('output:not(:empty)').textContent())!);
}
