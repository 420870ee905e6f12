import { type CDPSession, chromium, type Page } from 'playwright';
import { chromiumArgs } from '../../../scripts/chromium-args';
import { type Engine, type EngineWindow, scriptText } from './engine';

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
  const inspectors = new WeakMap<Page, Promise<CDPSession>>();
  const inspect = (page: Page) => {
    const inspector = inspectors.get(page) ?? page.context().newCDPSession(page);
    inspectors.set(page, inspector);
    return inspector;
  };

  const windowOf = (page: Page): EngineWindow => {
    if (!ids.has(page)) ids.set(page, String(++last));
    return {
      id: ids.get(page)!,
      // Not by Playwright's own `evaluate`: that counts as a user's gesture.
      async run(script, argument) {
        const { exceptionDetails, result } = await (await inspect(page)).send('Runtime.evaluate', {
          expression: `(() => { ${scriptText(script, argument)} })()`,
          awaitPromise: true,
          returnByValue: true,
          userGesture: false,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
        return result.value;
      },
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
