// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const asRoot = ['--import', 'data:text/javascript,process.getuid=()=>0'];

/** A path with Node alone, and with an `apt-get` that notes its calls where there is one; for root. */
function machine({ aptGet = '', files = [] as string[] }) {
  const bin = mkdtempSync(join(tmpdir(), 'bin-'));
  onTestFinished(() => rmSync(bin, { recursive: true, force: true }));
  for (const name of ['sh', 'cat', 'touch']) symlinkSync(`/bin/${name}`, join(bin, name));
  const log = join(bin, 'calls');
  writeFileSync(log, '');
  if (aptGet) {
    const file = join(bin, 'apt-get');
    const made = files.map((name) => `touch ${join(bin, name)}`).join('\n');
    writeFileSync(file, `#!/bin/sh\necho "$*" >> ${log}\n${aptGet}\n${made}\n`);
    chmodSync(file, 0o755);
  }
  return {
    run: (...words: string[]) =>
      execFileSync(
        process.execPath,
        [...asRoot, '--import', 'tsx', resolve('scripts/system-packages.ts'), ...words],
        { encoding: 'utf8', env: { PATH: bin, PLAYWRIGHT_BROWSERS_PATH: bin } },
      )
        .trim()
        .split('\n'),
    calls: () => readFileSync(log, 'utf8').trim(),
  };
}

it('says in one line each what to install, where it cannot do so itself', () => {
  const { run } = machine({});

  expect(run('chromium', 'redis')).toEqual([
    'Chromium is not there: run `npx playwright install chromium`, or set CHROMIUM_PATH',
    'Redis is not there: install `redis-server`',
  ]);
});

it('installs what is missing where it is root on Debian, and says so', () => {
  const { run, calls } = machine({ aptGet: 'true', files: ['redis-server', 'firefox-esr'] });

  expect(run('firefox', 'redis')).toEqual(['Installing for the tests: firefox, redis']);
  expect(calls()).toMatch(
    / update\n.* install -y --no-install-recommends firefox-esr redis-server$/,
  );
});

it('goes on without what apt-get could not install', () => {
  const { run } = machine({ aptGet: 'exit 100' });

  expect(run('redis')).toEqual([
    'Installing for the tests: redis',
    expect.stringMatching(/^apt-get could not: /),
    'Redis is not there: install `redis-server`',
  ]);
});

it('does nothing where all is there', () => {
  const { run, calls } = machine({ aptGet: 'exit 1' });

  expect(run()).toEqual(['']);
  expect(calls()).toBe('');
});
