import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright';
import type { EmbeddedSignupOptions } from 'react-360dialog-connect/embedded-signup';
import { type Sandbox, startSandbox } from 'react-360dialog-connect/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sharedChromium } from './stage';

/** What the page keeps of what it was told: `[name, detail]`. */
type Told = [name: string, detail?: unknown][];

const pageScript = `
import { createEmbeddedSignup } from './src/embedded-signup';
window.told = [];
const tell = (name) => (detail) => window.told.push([name, detail]);
const options = JSON.parse(new URLSearchParams(location.search).get('options'));
for (const id of ['first', 'second']) {
  const signup = createEmbeddedSignup({
    appId: '1234567890',
    configId: '9876543210',
    callback: tell('result'),
    onCancel: tell('cancel'),
    onError: ({ code }) => tell('error')(code),
    onStatusChange(status) { document.getElementById(id).dataset.status = status; },
    ...options,
  });
  document.getElementById(id).onclick = signup.open;
  if (options.preload !== 'none') signup.preload();
}
`;

describe('Embedded Signup against the sandbox', () => {
  let browser: Browser;
  let sandbox: Sandbox;
  let server: Server;
  let origin: string;
  const pages: Page[] = [];

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: pageScript, resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: 'esm',
    });
    server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
      if (pathname === '/page.js') {
        response.setHeader('Content-Type', 'text/javascript');
        return response.end(outputFiles[0]!.text);
      }
      for (const header of searchParams.getAll('header')) {
        const [name, value] = header.split(/:\s*(.*)/s);
        response.setHeader(name!, value!);
      }
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>App</title><link rel="icon" href="data:,">
        ${searchParams.getAll('tag').map((src) => `<script src="${src}"></script>`)}
        <button id="first">First</button><button id="second">Second</button>
        <script nonce="n1" type="module" src="/page.js"></script>`);
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    sandbox = await startSandbox({ port: 0 });
    browser = await sharedChromium();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
    server?.close();
  });

  /** Opens the app; `ending` and the like are the sandbox's. */
  async function openApp(
    ending: Record<string, string> = {},
    options: Partial<EmbeddedSignupOptions> = {},
    headers: string[] = [],
    hasOwnTag = false,
  ) {
    const context = await browser.newContext();
    const page = await context.newPage();
    pages.push(page);
    const sdkUrl = `${sandbox.facebookSdkUrl}?${new URLSearchParams(ending)}`;
    const query = new URLSearchParams({
      options: JSON.stringify({ sdkUrl, origins: [sandbox.url], ...options }),
    });
    for (const header of headers) query.append('header', header);
    if (hasOwnTag) query.append('tag', sdkUrl);
    return { page, show: () => page.goto(`${origin}/?${query}`) };
  }

  const waitFor = (page: Page, status: string) =>
    page.locator(`#first[data-status="${status}"]`).waitFor({ timeout: 30_000 });
  const told = (page: Page) => page.evaluate(() => (window as unknown as { told: Told }).told);

  /** Clicks once the SDK is there, and waits until the signup has ended. */
  async function signUp(page: Page, status: string): Promise<Told> {
    await waitFor(page, 'ready');
    await page.click('#first');
    await waitFor(page, status);
    return told(page);
  }

  const number = expect.objectContaining({ kind: 'number', sessionInfo: 'complete' });

  test.each([
    ['number', 'completed', ['result', expect.objectContaining({ code: expect.any(String) })]],
    ['several-accounts', 'completed', ['result', expect.objectContaining({ kind: 'number' })]],
    ['new-kind', 'completed', ['result', expect.objectContaining({ kind: 'unknown' })]],
    ['no-code', 'completed', ['result', expect.objectContaining({ code: null })]],
    ['no-message', 'completed', ['result', expect.objectContaining({ sessionInfo: 'missing' })]],
    ['connected', 'failed', ['error', 'no_answer']],
    ['cancel', 'cancelled', ['cancel', { currentStep: 'PHONE_NUMBER_SETUP' }]],
    ['reported', 'failed', ['error', 'reported_by_meta']],
    ['error', 'failed', ['error', 'reported_by_meta']],
    ['closed', 'cancelled', ['cancel', {}]],
    ['silent', 'cancelled', ['cancel', {}]],
  ])('the ending %s is told once, as %s', async (ending, status, expected) => {
    const { page, show } = await openApp({ ending });
    await show();

    expect(await signUp(page, status)).toEqual([expected]);
  });

  test.each(['message-first', 'code-first'])(
    '%s, with 5 s between, is one result',
    async (order) => {
      const { page, show } = await openApp({ ending: 'number', order, gap: '5000' });
      await show();

      expect(await signUp(page, 'completed')).toEqual([['result', number]]);
    },
  );

  test('a client ends it by hand, in the window', async () => {
    const { page, show } = await openApp();
    await show();
    await waitFor(page, 'ready');
    const opened = page.waitForEvent('popup');
    await page.click('#first');
    const popup = await opened;
    await popup.getByRole('button', { name: 'Finish without a number' }).click();
    await waitFor(page, 'completed');

    expect(await told(page)).toEqual([['result', expect.objectContaining({ kind: 'waba_only' })]]);
  });

  test('a blocked SDK is told after the click', async () => {
    const { page, show } = await openApp();
    await page.route('**/facebook/sdk.js*', (route) => route.abort());
    await show();
    await page.click('#first');
    await waitFor(page, 'failed');

    expect(await told(page)).toEqual([['error', 'sdk_blocked']]);
  });

  test('a blocked window is told at once', async () => {
    const { page, show } = await openApp();
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await show();

    expect(await signUp(page, 'failed')).toEqual([['error', 'popup_blocked']]);
  });

  test('a window that the page’s own policy cuts off ends as no_answer', async () => {
    const headers = ['Cross-Origin-Opener-Policy: same-origin'];
    const { page, show } = await openApp({}, { graceMs: 1000 }, headers);
    await show();

    expect(await signUp(page, 'failed')).toEqual([['error', 'no_answer']]);
  });

  test('a strict policy with a nonce lets the SDK in', async () => {
    const headers = ["Content-Security-Policy: default-src 'none'; script-src 'nonce-n1'"];
    const { page, show } = await openApp({ ending: 'number' }, { nonce: 'n1' }, headers);
    await show();

    expect(await signUp(page, 'completed')).toEqual([['result', number]]);
  });

  test('what a same-origin frame and one without an origin say is not heard', async () => {
    const { page, show } = await openApp();
    await show();
    await waitFor(page, 'ready');
    await page.click('#first');
    await page.evaluate(async () => {
      const forged = JSON.stringify({ type: 'WA_EMBEDDED_SIGNUP', event: 'CANCEL', data: {} });
      const script = `parent.postMessage(${JSON.stringify(forged)}, '*'); parent.postMessage('said', '*')`;
      for (const sandboxed of [false, true]) {
        const frame = document.createElement('iframe');
        if (sandboxed) frame.setAttribute('sandbox', 'allow-scripts');
        frame.srcdoc = `<script>${script}</script>`;
        const said = new Promise<void>((resolve) => {
          addEventListener('message', ({ data }) => data === 'said' && resolve());
        });
        document.body.append(frame);
        await said;
      }
    });

    expect(await told(page)).toEqual([]);
    expect(await page.getAttribute('#first', 'data-status')).toBe('open');
  });

  test('two buttons open one window', async () => {
    const { page, show } = await openApp();
    await show();
    await waitFor(page, 'ready');
    await page.click('#first');
    await page.click('#second');

    await vi.waitFor(async () => expect(await told(page)).toEqual([['cancel', {}]]));
    expect(page.context().pages()).toHaveLength(2);
  });

  test('an SDK that is on the page already is taken', async () => {
    const { page, show } = await openApp({ ending: 'number' }, {}, [], true);
    await show();

    expect(await signUp(page, 'completed')).toEqual([['result', number]]);
    expect(await page.locator('script[src*="sdk.js"]').count()).toBe(1);
  });
});
