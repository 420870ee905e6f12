import { type BrowserContext, type ConsoleMessage, chromium, type Page } from 'playwright';
import { chromiumArgs } from '../../scripts/chromium-args';
import { findChromium } from '../../scripts/find-chromium';
import { buildPages } from './build-pages';
import { type DocumentRequest, servePages } from './serve-pages';

/** The hub's address in both packages with `env="local"`; here it is the bench's own server. */
const localHub = 'localhost:8082';

/** A browser and a server to measure in. */
export type Lab = {
  context: BrowserContext;
  url: string;
  /** Opens a page with a CPU that is four times as slow. */
  open(path: string): Promise<Page>;
  /** The first document that was asked for since a moment; they are all asked for in order. */
  firstRequest(since: number, isIt: (request: DocumentRequest) => boolean): DocumentRequest;
  close(): Promise<void>;
};

/** The clock that pages have, too. */
export const now = () => performance.timeOrigin + performance.now();

export async function openLab(): Promise<Lab> {
  const server = await servePages(await buildPages());
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArgs, `--host-resolver-rules=MAP ${localHub} 127.0.0.1:${server.port}`],
  });
  const context = await browser.newContext();
  return {
    context,
    url: server.url,
    async open(path) {
      const page = await context.newPage();
      // It holds for the renderer, which a popup of this origin shares, and survives a reload.
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.goto(server.url + path);
      return page;
    },
    firstRequest(since, isIt) {
      const found = server.requests.find((request) => request.at >= since && isIt(request));
      if (!found) throw new Error('The server was not asked.');
      return found;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Waits until a page has told something. @returns when it did */
export async function told(page: Page, what: string): Promise<number> {
  const start = `bench ${what} `;
  const isIt = (message: ConsoleMessage) => message.text().startsWith(start);
  const message = await page.waitForEvent('console', isIt);
  return Number(message.text().slice(start.length));
}
