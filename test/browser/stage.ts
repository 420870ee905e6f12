import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, test as base, beforeAll, expect, inject, vi } from 'vitest';
import { createAddresses, type QueryParameters, type StageApp } from './addresses';
import type { LogEntry, OriginName } from './fixture-server';

export type { StageApp };

/** One test's own browser context, addresses and log. */
export type Stage = ReturnType<typeof createStage>;

function createStage(context: BrowserContext, test: string) {
  const origins = inject('origins');
  const { url, appUrl } = createAddresses(origins, test);
  const noise: string[] = [];
  const expectedNoise: RegExp[] = [];
  let tabs = 0;

  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(message.text());
  });
  context.on('weberror', (error) => noise.push(String(error.error())));

  /** What the server was told of one kind. */
  const log = async (kind: string, from?: OriginName): Promise<LogEntry[]> => {
    const response = await context.request.get(url('app', '/log'));
    const entries: LogEntry[] = await response.json();
    return entries.filter((entry) => entry.kind === kind && (!from || entry.from === from));
  };

  const open = async (address: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };

  return {
    context,
    origins,
    url,
    appUrl,
    log,
    open,

    /** Lets the console say this; whatever else it says fails the test. */
    expectNoise: (pattern: RegExp) => expectedNoise.push(pattern),
    unexpectedNoise: () => noise.filter((text) => !expectedNoise.some((each) => each.test(text))),
    noise: (pattern: RegExp) => noise.filter((text) => pattern.test(text)),

    /** Opens the app in a tab of its own. */
    async openApp(app?: StageApp, parameters?: QueryParameters): Promise<Page> {
      tabs += 1;
      const page = await open(appUrl(app, { tab: String(tabs), ...parameters }));
      await page.getByRole('heading').waitFor();
      return page;
    },

    /** How often a tab of the app was loaded. */
    async loads(page: Page): Promise<number> {
      const tab = new URL(page.url()).searchParams.get('tab');
      const loads = await log('load', 'app');
      return loads.filter(({ detail }) => (detail as { tab: string | null }).tab === tab).length;
    },

    /** Waits for so many results, whichever page took them. */
    async results(count = 1) {
      const results = () => log('callback').then((all) => all.map(({ detail }) => detail));
      await vi.waitFor(async () => expect(await results()).toHaveLength(count), 20_000);
      return results();
    },
  };
}

/** `test` with a `stage`, in a browser that the tests of a file share. */
export function testIn(launch: () => Promise<Browser>) {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  return base.extend<{ stage: Stage }>({
    stage: async ({ task }, use) => {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        screen: { width: 1920, height: 1080 },
        viewport: { width: 1280, height: 800 },
      });
      const stage = createStage(context, `${task.id}-${Date.now()}`);
      await use(stage);
      await context.close();
      expect(stage.unexpectedNoise()).toEqual([]);
    },
  });
}

/** The Chromium that all test files share. */
export const sharedChromium = () => chromium.connect(inject('chromiumEndpoint'));
