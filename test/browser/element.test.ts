import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { describe, expect, inject } from 'vitest';
import { type Stage, sharedChromium, testIn } from './stage';
import { answer, answerWith, clickForPopup, eventually, result, waitForClose } from './steps';

const test = testIn(sharedChromium);

/** Puts a page at an address of the app. */
const serve = (stage: Stage, path: string, body: string, headers: Record<string, string> = {}) =>
  stage.context.route(`${stage.origins.app}${path}*`, (route) =>
    route.fulfill({ body, contentType: 'text/html; charset=utf-8', headers }),
  );

const nonce = 'n1';

/** A page with the script file, and with what it was told of the element's events. */
const pageWith = (element: string) => `<!doctype html><html lang="en"><head><title>Element</title>
<link rel="icon" href="data:,"><script nonce="${nonce}" type="module" src="/assets/page.js"></script>
<script nonce="${nonce}" src="/assets/element.global.js"></script>
<script nonce="${nonce}" src="/listen.js"></script></head>
<body><form>${element}</form><div id="other"></div></body></html>`;

const listenScript = `const told = [];
for (const type of ['connect-callback', 'connect-cancel', 'connect-error', 'dialog-connect-callback']) {
  addEventListener(type, ({ detail }) => told.push([type, detail && (detail.code ?? detail)]));
}
addEventListener('submit', () => told.push(['submit']));`;

const told = (page: Page) => page.evaluate('told') as Promise<[string, unknown][]>;

/** Shows one element that leads to the fixture hub and back to `/redirect/script`. */
async function show(stage: Stage, attributes = '', headers: Record<string, string> = {}) {
  const hub = stage.url('hub', '/onboarding/ID').replace('ID', '{partnerId}');
  const back = stage.url('app', '/redirect/script');
  const attribute = (text: string) => text.replaceAll('&', '&amp;');
  const element = `<dialog-connect-button partner-id="aAbBcCPA" label="Connect"
    onboarding-url="${attribute(hub)}" redirect-url="${attribute(back)}" ${attributes}></dialog-connect-button>`;
  await stage.context.route(`${stage.origins.app}/listen.js`, (route) =>
    route.fulfill({ body: listenScript, contentType: 'text/javascript' }),
  );
  await serve(stage, '/element', pageWith(element), headers);
  return stage.open(stage.url('app', '/element'));
}

const bothEvents = [
  ['connect-callback', result],
  ['dialog-connect-callback', result],
];

describe('the page of the published README, with our script in place of its own', () => {
  test('runs unchanged, from the click to its listener', async ({ stage }) => {
    const readme = await readFile('node_modules/360dialog-connect-button/README.md', 'utf8');
    const demo = /### Basic Example\s+```html\s+([\s\S]*?)```/.exec(readme)![1]!;
    const script = await stage.context.request.get(
      `${inject('origins').app}/assets/element.global.js`,
    );
    const code = await script.text();
    await stage.context.route('https://unpkg.com/**', (route) =>
      route.fulfill({ body: code, contentType: 'text/javascript' }),
    );
    // As 360dialog documents it, the redirect URL is the page with the button.
    await serve(stage, '/demo', demo);
    await stage.context.route('https://hub.360dialog.com/**', (route) => {
      const state = new URL(route.request().url()).searchParams.get('state');
      const home = `${stage.origins.app}/demo?${answer}&state=${state}`;
      return route.fulfill({
        body: `<script>onload = () => setTimeout(() => location.replace('${home}'))</script>`,
        contentType: 'text/html',
      });
    });
    const lines: string[] = [];
    stage.context.on('console', (message) => lines.push(message.text()));
    const page = await stage.open(`${stage.origins.app}/demo`);

    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Connect WhatsApp Business' }).click();
    await waitForClose(await opened);

    await eventually(async () => expect(lines).toHaveLength(2));
    expect(lines[0]).toBe('Client ID: oaY9LLfUCL');
    expect(lines[1]).toMatch(/^Channels: .*y9MiLoCH/);
    expect(page.url()).toBe(`${stage.origins.app}/demo`);
  });
});

describe('the element', () => {
  test.for(["'self'", `'nonce-${nonce}'`])(
    'keeps a strict Content-Security-Policy of %s and Trusted Types',
    async (source, { stage }) => {
      const page = await show(stage, '', {
        'content-security-policy': `default-src 'none'; script-src ${source}; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`,
      });
      const background = await page
        .getByRole('button')
        .evaluate((button) => getComputedStyle(button).backgroundColor);
      expect(background).toBe('rgb(0, 105, 217)');
      await answerWith(await clickForPopup(page));

      await eventually(async () => expect(await told(page)).toEqual(bothEvents));
      expect(await stage.log('violation')).toEqual([]);
    },
  );

  test('may wait in a template, under a strict Content-Security-Policy', async ({ stage }) => {
    const page = await show(stage, '', {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:",
    });

    const look = await page.locator('dialog-connect-button').evaluate((element) => {
      document.createElement('template').content.append(element);
      document.body.append(element);
      const { adoptedStyleSheets, firstElementChild } = element.shadowRoot!;
      return [adoptedStyleSheets.length, getComputedStyle(firstElementChild!).backgroundColor];
    });

    expect(look).toEqual([1, 'rgb(0, 105, 217)']);
    expect(await stage.log('violation')).toEqual([]);
  });

  test('keeps its attempt when it is moved in the document', async ({ stage }) => {
    const page = await show(stage);
    const popup = await clickForPopup(page);
    await page.evaluate(() => {
      const element = document.querySelector('dialog-connect-button')!;
      document.querySelector('#other')!.append(element);
      element.remove();
      document.body.prepend(element);
    });
    await answerWith(popup);

    await eventually(async () => expect(await told(page)).toEqual(bothEvents));
    await answerWith(await clickForPopup(page));
    await eventually(async () => expect(await told(page)).toEqual([...bothEvents, ...bothEvents]));
  });

  test('keeps its look and its attempt in another document, there and back', async ({ stage }) => {
    const page = await show(stage, 'style="--dialog-connect-transition: none"');
    await page.evaluate(() => document.body.append(document.createElement('iframe')));
    const inFrame = page.frameLocator('iframe').getByRole('button');
    const colorOf = (button: Locator) =>
      button.evaluate((each) => getComputedStyle(each).backgroundColor);

    const popup = await clickForPopup(page);
    // The frame comes to where the button was: it must not be hovered.
    await page.mouse.move(1200, 700);
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')!.contentDocument!;
      frame.body.append(document.querySelector('dialog-connect-button')!);
    });
    expect(await colorOf(inFrame)).toBe('rgb(0, 105, 217)');
    await answerWith(popup);
    await eventually(async () =>
      expect(await told(page)).toEqual([['dialog-connect-callback', result]]),
    );

    await page.evaluate(() => {
      const frame = document.querySelector('iframe')!.contentDocument!;
      document.body.append(frame.querySelector('dialog-connect-button')!);
    });
    expect(await colorOf(page.getByRole('button'))).toBe('rgb(0, 105, 217)');
  });

  test('is a button to the keyboard, and submits no form', async ({ stage }) => {
    const page = await show(stage);

    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.localName)).toBe(
      'dialog-connect-button',
    );
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('Enter');
    await (await opened).close();

    await page.evaluate(() => document.querySelector('dialog-connect-button')!.blur());
    await page.evaluate(() => document.querySelector('dialog-connect-button')!.focus());
    const again = page.waitForEvent('popup');
    await page.keyboard.press('Space');
    await answerWith(await again.then(async (popup) => popup.waitForLoadState().then(() => popup)));
    await eventually(async () => expect(await told(page)).toEqual(bothEvents));
  });

  test('takes style sheets by variable, part, attribute and state', async ({ stage }) => {
    const page = await show(stage);
    await page.addStyleTag({
      content: `dialog-connect-button { --dialog-connect-bg: rgb(1, 2, 3); --dialog-connect-transition: none }
        dialog-connect-button::part(button) { text-transform: uppercase }
        dialog-connect-button[data-status=open] { outline: 5px solid rgb(4, 5, 6) }
        dialog-connect-button:state(open) { opacity: 0.5 }`,
    });
    const look = () =>
      page.locator('dialog-connect-button').evaluate((element) => {
        const inner = getComputedStyle(element.shadowRoot!.querySelector('button')!);
        const outer = getComputedStyle(element);
        return [inner.backgroundColor, inner.textTransform, outer.outlineWidth, outer.opacity];
      });
    expect((await look()).slice(0, 2)).toEqual(['rgb(1, 2, 3)', 'uppercase']);

    await clickForPopup(page, 'Connect');

    expect((await look()).slice(1)).toEqual(['uppercase', '5px', '0.5']);
  });

  test('leaves the page and comes back with the result, for a listener below it', async ({
    stage,
  }) => {
    const page = await show(stage, 'display="redirect"');
    await page.evaluate(() => {
      document.querySelector('dialog-connect-button')!.setAttribute('redirect-url', location.href);
    });
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.waitForURL(/onboarding/);
    await answerWith(page);
    await page.waitForURL(/\/element/);

    await eventually(async () => expect(await told(page)).toEqual(bothEvents));
    expect(page.url()).toBe(stage.url('app', '/element'));
  });

  test('tells listeners of a deferred script that comes later', async ({ stage }) => {
    const page = await stage.context.newPage();
    // The page says when the element stands and all that the page itself has to do is done.
    const afterTheElement = `<script>customElements.whenDefined('dialog-connect-button')
      .then(() => setTimeout(() => fetch('/element-stands')))</script>`;
    const elementStands = page.waitForRequest('**/element-stands');
    await stage.context.route('**/element-stands', (route) => route.fulfill({ status: 204 }));
    await stage.context.route(`${stage.origins.app}/listen.js`, async (route) => {
      await elementStands;
      await route.fulfill({ body: listenScript, contentType: 'text/javascript' });
    });
    const element = '<dialog-connect-button partner-id="aAbBcCPA" allow-unsolicited>';
    await serve(
      stage,
      '/deferred',
      pageWith(element + afterTheElement).replaceAll('<script nonce', '<script defer nonce'),
    );

    await page.goto(`${stage.origins.app}/deferred?${answer}`);

    await eventually(async () => expect(await told(page)).toEqual(bothEvents));
  });
});
