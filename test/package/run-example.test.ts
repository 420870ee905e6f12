import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { chromiumArgs } from '../../scripts/chromium-args';
import { examplesWithoutPage, redirectPages } from '../../scripts/examples';
import { findChromium } from '../../scripts/find-chromium';
import { goThroughHub, openHub } from './hub-stage';

/** `npm run example`, with the package that is packed already. */
async function runExample(name: string, ...args: string[]) {
  const command = ['--import', 'tsx', 'scripts/run-example.ts', name, ...args];
  // Vitest's own, which a shell has not.
  const { NODE_ENV: _, ...env } = process.env;
  const running = spawn(process.execPath, [...command, '--package', inject('tarball').file], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => end(running));
  let text = '';
  for await (const data of running.stdout!) {
    text += data;
    if (/Ctrl-C/.test(text)) break;
  }
  return { running, text };
}

/** As Ctrl-C does. */
async function end(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  const exit = once(running, 'exit');
  process.kill(-running.pid!, 'SIGINT');
  await exit;
}

describe('npm run example', () => {
  let browser: Awaited<ReturnType<typeof chromium.launch>>;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
  });
  afterAll(() => browser?.close());

  const open = async (url: string): Promise<Page> => {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const app = await context.newPage();
    await app.goto(url);
    return app;
  };

  test('has each folder of examples/ to choose from, and says so', async () => {
    const folders = readdirSync('examples', { withFileTypes: true });
    const names = folders.flatMap((each) =>
      each.isDirectory() && !examplesWithoutPage.includes(each.name) ? [each.name] : [],
    );
    const { text } = await runExample('unknown');

    expect(Object.keys(redirectPages).sort()).toEqual(names.sort());
    for (const name of names) expect(text).toContain(`\n  ${name}\n`);
  });

  test.each([
    'vite-react',
    'nextjs',
    'webpack-commonjs',
    'plain-html',
    'element',
    'published-snippet',
    'vue',
    'svelte',
    'angular',
    'signing-endpoint',
    'signing-endpoint express',
    'signing-endpoint fastify',
    'signing-endpoint node-http',
    'recipes',
    'playwright',
  ])('runs %s beside the sandbox', async (words) => {
    const [name = '', ...args] = words.split(' ');
    const { running, text } = await runExample(name, ...args);
    const [url = '', sandbox] = text.match(/http:\S+/g)!;
    const folder = /Its files +(\S+)/.exec(text)![1]!;

    const app = await open(name === 'recipes' ? `${url}/#counting` : url);
    if (['nextjs', 'signing-endpoint'].includes(name)) {
      await app.getByRole('button', { name: 'Log in as Ana' }).click();
      await expect.poll(() => app.context().cookies(url)).toHaveLength(1);
    }
    const hub = await openHub(app);
    expect(hub.url().startsWith(`${sandbox}/`)).toBe(true);
    await goThroughHub(hub);
    await app.getByText(/\b\w{8}CL\b/).waitFor();

    await end(running);
    expect(existsSync(folder)).toBe(false);
  });

  test('runs embedded-signup from the click to the first message', async () => {
    const { text } = await runExample('embedded-signup');
    const [url = ''] = text.match(/http:\S+/g)!;
    const app = await open(url);
    await app.getByRole('button', { name: 'Log in as Ana' }).click();

    const opened = app.waitForEvent('popup');
    await app.locator('button[data-status=ready]:enabled').click();
    await (await opened).getByRole('button', { name: 'Finish with a number' }).click();

    await app.getByText('Your number is connected.').waitFor();
    await app.getByRole('button', { name: 'Send “Hello”' }).click();
    await app.getByText('“Hello” is on its way to 493055501234.').waitFor();
  });
});
