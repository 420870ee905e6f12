import type { Browser, Page } from 'playwright';
import type { EmbeddedSignupOptions } from 'react-360dialog-connect/embedded-signup';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startSignupApp, type Told } from './signup/signup-app';
import { sharedChromium } from './stage';

describe('Embedded Signup against the sandbox', () => {
  let browser: Browser;
  let app: Awaited<ReturnType<typeof startSignupApp>>;
  const pages: Page[] = [];

  beforeAll(async () => {
    app = await startSignupApp();
    browser = await sharedChromium();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
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
    const address = app.addressOf({ ending, options, headers, hasOwnTag });
    return { page, show: () => page.goto(address) };
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

  /** A frame of this origin says that the client has left, at this step. */
  async function cancelFrom(page: Page, origin: string, step: string): Promise<void> {
    const message = { type: 'WA_EMBEDDED_SIGNUP', event: 'CANCEL', data: { current_step: step } };
    const said = JSON.stringify(JSON.stringify(message));
    const body = `<script>parent.postMessage(${said}, '*'); parent.postMessage('said', '*')</script>`;
    await page.route(`${origin}/frame`, (route) =>
      route.fulfill({ contentType: 'text/html', body }),
    );
    await page.evaluate(async (src) => {
      const heard = new Promise<void>((resolve) => {
        addEventListener('message', ({ data }) => data === 'said' && resolve());
      });
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
      await heard;
    }, `${origin}/frame`);
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

  test('the window takes order and gap by hand, too', async () => {
    const { page, show } = await openApp();
    await show();
    await waitFor(page, 'ready');
    const opened = page.waitForEvent('popup');
    await page.click('#first');
    const popup = await opened;
    await popup.getByLabel('The code', { exact: true }).check();
    await popup.getByLabel('Milliseconds until it hears the other').fill('60000');
    await popup.getByRole('button', { name: 'Finish with a number' }).click();
    // The grace is over long before the message comes.
    await waitFor(page, 'completed');

    expect(await told(page)).toEqual([
      ['result', expect.objectContaining({ code: expect.any(String), sessionInfo: 'missing' })],
    ]);
  });

  test('an ending that a scenario asks for comes by itself', async () => {
    const scenario = (embeddedSignup: unknown) =>
      fetch(`${app.sandbox.url}/__scenario`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ embeddedSignup }),
      });
    await scenario({ ending: 'coexistence', order: 'code-first', gapMs: 500 });
    const { page, show } = await openApp();
    await show();

    const outcome = await signUp(page, 'completed');
    await scenario(null);

    expect(outcome).toEqual([['result', expect.objectContaining({ kind: 'coexistence' })]]);
  });

  test('a blocked SDK is told after the click', async () => {
    const { page, show } = await openApp();
    await page.route('**/facebook/sdk.js*', (route) => route.abort());
    await show();
    await page.click('#first');
    await waitFor(page, 'failed');

    expect(await told(page)).toEqual([['error', 'sdk_blocked']]);
  });

  test('something that opens no window in the SDK’s place is told as a blocked SDK', async () => {
    const { page, show } = await openApp({}, { graceMs: 500 });
    const surrogate = 'window.FB = { init() {}, login() {} }; window.fbAsyncInit?.();';
    const contentType = 'text/javascript';
    const headers = { 'Access-Control-Allow-Origin': '*' };
    await page.route('**/facebook/sdk.js*', (route) =>
      route.fulfill({ contentType, headers, body: surrogate }),
    );
    await show();

    expect(await signUp(page, 'failed')).toEqual([['error', 'sdk_blocked']]);
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

  test('nobody is heard whose origin only looks like Meta’s', async () => {
    // The default: exactly Meta's own.
    const { page, show } = await openApp({}, { origins: undefined });
    await show();
    await waitFor(page, 'ready');
    await page.click('#first');

    for (const forger of [
      'https://evilfacebook.com',
      'https://www.facebook.com.evil.test',
      'https://facebook.com',
      'https://www.facebook.com:8443',
    ]) {
      await cancelFrom(page, forger, 'FORGED');
    }
    expect(await told(page)).toEqual([]);
    expect(await page.getAttribute('#first', 'data-status')).toBe('open');
    await cancelFrom(page, 'https://www.facebook.com', 'PERMISSIONS');
    await waitFor(page, 'cancelled');
    expect(await told(page)).toEqual([['cancel', { currentStep: 'PERMISSIONS' }]]);
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
