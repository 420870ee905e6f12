import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { chromiumArgs } from '../../scripts/chromium-args';
import { scriptFiles } from '../../scripts/entries';
import { findChromium } from '../../scripts/find-chromium';
import { type Consumer, installConsumer, run } from './packed';

const cdn = 'https://unpkg.com';
const files = scriptFiles.map(({ file }) => file);

describe('the hash of a script file', () => {
  let consumer: Consumer;
  let browser: Awaited<ReturnType<typeof chromium.launch>>;
  beforeAll(async () => {
    consumer = await installConsumer([inject('tarball').file]);
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
  });
  afterAll(async () => {
    await browser?.close();
    await consumer?.remove();
  });

  /** By the command of the guide. */
  const hashByGuide = async (file: string) => {
    const guide = await readFile('docs/without-react.md', 'utf8');
    const command = /^openssl .*element\.global\.js.*$/m.exec(guide)![0];
    const options = { cwd: consumer.folder };
    const { stdout } = await run('sh', ['-c', command.replace('element.global.js', file)], options);
    return `sha384-${stdout.trim()}`;
  };

  /** Opens a page of another origin with the guide's script tag. @returns whether the script ran */
  const runsFromCdn = async (integrity: string, csp: string) => {
    const guide = await readFile('docs/without-react.md', 'utf8');
    const tag = /^<script\n[^>]+crossorigin[^>]+><\/script>/m.exec(guide)![0];
    const path = 'node_modules/react-360dialog-connect/dist/element.global.js';
    const script = await readFile(join(consumer.folder, path), 'utf8');
    const context = await browser.newContext();
    await context.route(`${cdn}/**`, (route) =>
      route.fulfill({
        body: script,
        contentType: 'text/javascript',
        headers: { 'access-control-allow-origin': '*' },
      }),
    );
    await context.route('https://app.example/', (route) =>
      route.fulfill({
        body: `<!doctype html>${tag.replace('sha384-…', integrity)}`,
        contentType: 'text/html',
        headers: { 'content-security-policy': csp },
      }),
    );
    const page = await context.newPage();
    await page.goto('https://app.example/');
    const isDefined = await page.evaluate(() => !!customElements.get('dialog-connect-button'));
    await context.close();
    return isDefined;
  };

  test('is printed by the build as the guide’s command computes it', async () => {
    const { stdout } = await run('npx', ['tsx', 'scripts/print-integrity.ts']);

    const lines = await Promise.all(
      files.map(async (file) => `${file} ${await hashByGuide(file)}`),
    );
    expect(stdout.trim().split('\n')).toEqual(lines);
  });

  test('lets a page run this very file from a CDN, and nothing else', async () => {
    const hash = await hashByGuide('element.global.js');
    const another = await hashByGuide('redirect.global.js');
    const allowsHost = `script-src ${cdn}`;

    expect(await runsFromCdn(hash, allowsHost)).toBe(true);
    expect(await runsFromCdn(another, allowsHost)).toBe(false);
  });

  test('is all that a Content-Security-Policy has to allow', async () => {
    const hash = await hashByGuide('element.global.js');
    const another = await hashByGuide('redirect.global.js');

    expect(await runsFromCdn(hash, `script-src '${hash}'`)).toBe(true);
    expect(await runsFromCdn(hash, `script-src '${another}'`)).toBe(false);
  });
});
