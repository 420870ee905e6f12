// @vitest-environment node
import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const run = promisify(execFile);

/** Runs the tests of what a machine may lack. On its path are no database and no apt-get. */
async function testWithout(env: Record<string, string>) {
  const bin = await mkdtemp(join(tmpdir(), 'bin-'));
  onTestFinished(() => rm(bin, { recursive: true, force: true }));
  await symlink('/bin/sh', join(bin, 'sh'));
  const config = resolve('test/scripts/lacking.config.ts');
  const args = [resolve('node_modules/vitest/vitest.mjs'), 'run', '--config', config];
  const options = { env: { ...env, PATH: bin, HOME: tmpdir() } };
  const { code, stdout } = await run(process.execPath, args, options).then(
    (printed) => ({ code: 0, ...printed }),
    (error) => error,
  );
  const report = JSON.parse(stdout.slice(stdout.indexOf('{"num')));
  const tests: { title: string; status: string }[] = report.testResults.flatMap(
    (file: { assertionResults: unknown }) => file.assertionResults,
  );
  const having = (status: string) =>
    tests.flatMap((each) => (each.status === status ? each.title : [])).sort();
  return { code, failed: having('failed'), passed: having('passed'), skipped: having('skipped') };
}

const slow = { timeout: 120_000 };
const parts = ['Firefox', 'PostgreSQL', 'Redis', 'WebKit'];

it('without Firefox, WebKit, Redis and PostgreSQL, their tests are skipped', slow, async () => {
  const { code, failed, passed, skipped } = await testWithout({});

  expect([failed, passed]).toEqual([[], []]);
  for (const part of parts) {
    expect(skipped).toContainEqual(expect.stringMatching(`^${part} is skipped: `));
  }
  expect(code).toBe(0);
});

it('without them, their tests fail where NO_SKIPS is 1', slow, async () => {
  const { code, failed, passed } = await testWithout({ NO_SKIPS: '1' });

  expect([...new Set(failed)]).toEqual(parts.map((part) => `${part} is there to test with`));
  expect(passed).toEqual([]);
  expect(code).toBe(1);
});
