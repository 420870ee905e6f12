import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const browserless = mkdtempSync(join(tmpdir(), 'path-'));
const withChromium = mkdtempSync(join(tmpdir(), 'path-'));
symlinkSync(process.execPath, join(withChromium, 'chromium'));

/** What `findChromium` says on a machine with this environment. */
function find(env: Record<string, string>): string {
  const script = `
    import('./scripts/find-chromium.ts').then(({ findChromium }) => {
      try { console.log(findChromium()) } catch (error) { console.log('refused: ' + error.message) }
    });
  `;
  return execFileSync(process.execPath, ['--import', 'tsx', '--eval', script], {
    encoding: 'utf8',
    env: { PLAYWRIGHT_BROWSERS_PATH: browserless, PATH: browserless, ...env },
  }).trim();
}

describe('the Chromium of the tests', () => {
  test('is that of CHROMIUM_PATH before any other', () => {
    expect(find({ CHROMIUM_PATH: process.execPath, PATH: withChromium })).toBe(process.execPath);
  });

  test("is the system's where Playwright has none", () => {
    expect(find({ PATH: withChromium })).toBe(join(withChromium, 'chromium'));
  });

  test.each([
    ['there is none', {}, /needs? Chromium: run .+CHROMIUM_PATH/],
    ['CHROMIUM_PATH names no file', { CHROMIUM_PATH: '/nowhere' }, /CHROMIUM_PATH names no file/],
  ])('is refused in one line when %s', (_, env, text) => {
    const said = find(env);

    expect(said).toMatch(text);
    expect(said.split('\n')).toHaveLength(1);
  });
});
