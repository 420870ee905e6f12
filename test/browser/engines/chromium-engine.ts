import { chromium, type Page } from 'playwright';
import type { Engine, EngineWindow } from './engine';

/** Chromium, over Playwright. */
export async function connectChromium(endpoint: string): Promise<Engine> {
  const browser = await chromium.connect(endpoint);
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
