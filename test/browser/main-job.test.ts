import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedChromium } from './stage';

// The README's first command, as a newcomer types it.
describe('npm start', () => {
  let start: ChildProcess;
  let printed = '';
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let story: FrameLocator;

  beforeAll(async () => {
    start = spawn('npm', ['start'], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const ready = new Promise<void>((resolve, reject) => {
      const read = (data: Buffer) => {
        printed += data;
        if (printed.includes('Ctrl-C')) resolve();
      };
      start.stdout!.on('data', read);
      start.stderr!.on('data', read);
      start.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${printed}`)));
    });
    browser = await sharedChromium();
    context = await browser.newContext({
      screen: { width: 1920, height: 1080 },
      viewport: { width: 1280, height: 900 },
    });
    page = await context.newPage();
    await ready;
    await page.goto(addressOf('Try it'));
    story = page.frameLocator('#storybook-preview-iframe');
    await story.getByRole('button', { name: 'Connect 360dialog' }).waitFor({ timeout: 60_000 });
  });

  afterAll(async () => {
    await browser?.close();
    if (start.exitCode === null && !start.signalCode) process.kill(-start.pid!, 'SIGKILL');
  });

  const addressOf = (name: string) => new RegExp(`${name} +(http\\S+)`).exec(printed)![1]!;

  test('brings a client from the click to the typed result without a reload', async () => {
    const note = story.getByLabel('A note you are writing meanwhile');
    await note.fill('kept');
    const storyFrame = page.frames().find((frame) => frame.url().includes('iframe.html'))!;
    const addressBefore = storyFrame.url();

    const [popup] = await Promise.all([
      context.waitForEvent('page'),
      story.getByRole('button', { name: 'Connect 360dialog' }).click(),
    ]);
    await popup.waitForLoadState();
    expect(popup.url()).toContain(addressOf('Sandbox hub'));
    expect(await popup.evaluate(() => [innerWidth, innerHeight])).toEqual([600, 900]);
    expect(await popup.getByLabel('E-mail').inputValue()).toBe('ana@bluebird.example');

    await popup.getByLabel('Password').fill('any password');
    await popup.getByRole('button', { name: 'Create account' }).click();
    await popup.getByRole('button', { name: 'Register' }).click();
    expect(await popup.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await allow(popup);

    const result = JSON.parse((await story.getByTestId('result').textContent())!);
    expect(result).toEqual({
      client: expect.stringMatching(/^\w{8}CL$/),
      channels: [expect.stringMatching(/^\w{6}CH$/), expect.stringMatching(/^\w{6}CH$/)],
    });
    expect(await note.inputValue()).toBe('kept');
    expect(storyFrame.url()).toBe(addressBefore);
    expect(context.pages()).toHaveLength(1);
  });

  // The popup may be gone before Playwright has seen the end of the click.
  const allow = async (popup: Page) => {
    const closed = popup.waitForEvent('close');
    await popup
      .getByRole('button', { name: 'Allow' })
      .click()
      .catch((error) => {
        if (!popup.isClosed()) throw error;
      });
    await closed;
  };

  const openStory = async (id: string) => {
    const address = new URL(addressOf('Storybook'));
    address.search = `?path=/story/${id}`;
    await page.goto(address.href);
    await story.getByRole('button', { name: 'Connect 360dialog' }).waitFor();
  };

  test('issues an IO Signature for a partner who needs one, and the hub takes it', async () => {
    await openStory('io-signature--signed');
    const [popup] = await Promise.all([
      context.waitForEvent('page'),
      story.getByRole('button', { name: 'Connect 360dialog' }).click(),
    ]);
    await allow(popup);

    expect(JSON.parse((await story.getByTestId('result').textContent())!)).toMatchObject({
      client: expect.stringMatching(/^\w{8}CL$/),
    });
  });

  test('shows what a failing endpoint does, and what the hub says without a signature', async () => {
    await openStory('io-signature--failing-endpoint');
    const [closing] = await Promise.all([
      context.waitForEvent('page'),
      story.getByRole('button', { name: 'Connect 360dialog' }).click(),
    ]);
    if (!closing.isClosed()) await closing.waitForEvent('close');
    await story.getByText('signature_failed').waitFor();

    await openStory('io-signature--no-signature');
    const [popup] = await Promise.all([
      context.waitForEvent('page'),
      story.getByRole('button', { name: 'Connect 360dialog' }).click(),
    ]);
    await popup.getByRole('heading', { name: 'This link needs a signature' }).waitFor();
    await popup.close();
  });

  test('takes the next free ports when its own are busy', async () => {
    const second = spawn('npm', ['start'], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    for await (const data of second.stdout!) {
      text += data;
      if (text.includes('Ctrl-C')) break;
    }
    const exit = once(second, 'exit');
    process.kill(-second.pid!, 'SIGINT');
    await exit;

    for (const name of ['Storybook', 'Sandbox hub']) {
      const port = (from: string) =>
        Number(new RegExp(`${name} +http://localhost:(\\d+)`).exec(from)![1]);
      expect(port(text)).toBeGreaterThan(port(printed));
    }
  });

  test('ends everything with Ctrl-C', async () => {
    const exit = once(start, 'exit');
    process.kill(-start.pid!, 'SIGINT');
    await exit;

    for (const name of ['Storybook', 'Sandbox hub']) {
      await expect(fetch(addressOf(name))).rejects.toThrow('fetch failed');
    }
  });
});
