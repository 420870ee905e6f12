import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { readTarball } from '../../scripts/read-tarball';
import { attwProblems, checkTarball, publintProblems } from '../../scripts/tarball-checks';
import { tarballProblems } from '../../scripts/tarball-rules';
import { run } from './packed';

const { file } = inject('tarball');

test('the package holds what users need and nothing else, by its own rules', async () => {
  expect(tarballProblems(await readTarball(file))).toEqual([]);
});

test('publint --strict has nothing to say', async () => {
  expect(await publintProblems(file)).toEqual([]);
});

test('attw --profile node16 has nothing to say', async () => {
  expect(await attwProblems(file)).toEqual([]);
});

test('a tarball without one of its files is refused by all three', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'broken-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await run('tar', ['-xzf', file, '-C', folder]);
  await rm(join(folder, 'package/dist/core/index.d.cts'));
  const broken = join(folder, 'broken.tgz');
  await run('tar', ['-czf', broken, '-C', folder, 'package']);

  const problems = await checkTarball(broken);

  expect(problems).toContain('dist/core/index.d.cts is missing');
  expect(problems).toContainEqual(expect.stringMatching(/^publint: /));
  expect(problems).toContainEqual(expect.stringMatching(/^attw: /));
});
