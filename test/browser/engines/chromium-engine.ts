import { chromium, type Page } from 'playwright';
import { chromiumArgs } from '../chromium-args';
import type { Engine, EngineWindow } from './engine';

/** What Playwright switches off, and clients have. */
const ignoreDefaultArgs = [
  '--disable-popup-blocking',
  '--disable-back-forward-cache',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/** Chromium, over Playwright. */
export async function startChromium(executablePath: string): Promise<Engine> {
  const browser = await chromium.launch({ executablePath, args: chromiumArgs, ignoreDefaultArgs });
  const ids = new WeakMap<Page, string>();
  let last = 0;

  const windowOf = (page: Page): EngineWindow => {
    if (!ids.has(page)) ids.set(page, String(++last));
    return {
      id: ids.get(page)!,
      // biome-ignore lint/suspicious/noExplicitAny: Playwright's types cannot follow the generics
      run: (script, argument) => page.evaluate(script as any, argument) as Promise<any>,
      click: (text, where = 'page') =>
        (where === 'page' ? page : page.frameLocator('iframe'))
          .getByRole('button', { name: text, exact: true })
          .click(),
      address: async () => page.url(),
      close: () => page.close(),
    };
  };

  return {
    name: 'Chromium',
    async newSession() {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        screen: { width: 1920, height: 1080 },
        viewport: { width: 1280, height: 800 },
      });
      return {
        async open(address) {
          const page = await context.newPage();
          await page.goto(address);
          return windowOf(page);
        },
        windows: async () => context.pages().map(windowOf),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
