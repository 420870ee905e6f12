import type { Page } from 'playwright';
import { goThroughHub, type HubStage, openHub, shownResult } from './hub-stage';

const button = (page: Page) => page.getByRole('button', { name: 'Connect 360dialog' });

const callsOf = (page: Page) =>
  page.evaluate(() => (localStorage.getItem('calls') ?? '').split(' ').length - 1);

/** What one button does for a client who goes through the hub. */
export async function observeRun(stage: HubStage, url: string) {
  const app = await stage.open(url);
  let loads = 1;
  app.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === app.mainFrame()) loads++;
  });
  await app.getByLabel('Note').fill('unsaved');
  const markup = await button(app).evaluate((element) => {
    const names = ['class', 'id', 'title', 'style', 'data-tenant'];
    return {
      text: element.textContent,
      attributes: names.map((name) => element.getAttribute(name)),
    };
  });
  const type = await button(app).evaluate((element: HTMLButtonElement) => element.type);
  const asked = stage.context.waitForEvent('request', (request) =>
    request.url().startsWith('https://hub.360dialog.com/'),
  );
  const hub = await openHub(app);
  const { pathname, searchParams } = new URL((await asked).url());
  const { state, ...query } = Object.fromEntries(searchParams);
  const size = await hub.evaluate(() => `${innerWidth} × ${innerHeight}`);
  await goThroughHub(hub);
  const result = (await shownResult(app)) as Record<string, unknown>;
  return {
    markup,
    type,
    pathname,
    state,
    query,
    size,
    result,
    loads,
    note: await app.getByLabel('Note').inputValue(),
    address: app.url().slice(url.length),
    calls: await callsOf(app),
  };
}

/** Whether the button still opens the hub when it has a click handler of the app's, too. */
export async function observeOnClick(stage: HubStage, url: string): Promise<boolean> {
  const app = await stage.open(`${url}/#on-click`);
  await app.evaluate(() => {
    window.open = () => {
      document.body.id = 'opened';
      return null;
    };
  });
  await button(app).click();
  await app.waitForFunction(() => document.title === 'clicked');
  // Both happen in the click itself.
  return (await app.locator('body').getAttribute('id')) === 'opened';
}

/** How often the callback runs on a page whose address somebody else has made up. */
export async function observeForgedLink(stage: HubStage, url: string): Promise<number> {
  const app = await stage.open(url);
  await app.evaluate(() => localStorage.clear());
  await app.goto(`${url}/?client=oaY9LLfUCL&channels=[y9MiLoCH]`);
  await button(app).waitFor();
  await app.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  return callsOf(app);
}

/** Whether a page with the button stays when another page of the app has opened it. */
export async function observeOpenedPage(stage: HubStage, url: string): Promise<boolean> {
  const app = await stage.open(url);
  await button(app).waitFor();
  const opening = app.waitForEvent('popup');
  await app.evaluate(() => void open('/'));
  const opened = await opening;
  const closed = opened.waitForEvent('close').then(() => false);
  const usable = button(opened)
    .click({ trial: true })
    .then(() => opened.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve))))
    .then(() => true);
  return Promise.race([closed, usable.catch(() => closed)]);
}
