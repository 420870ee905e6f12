import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

test('publint --strict has nothing to say, nor to suggest', async () => {
  expect(await publintProblems(file)).toEqual([]);
});

test('attw --profile strict has nothing to say', async () => {
  expect(await attwProblems(file)).toEqual([]);
});

/** The tarball again, with its files changed. */
async function repacked(change: (root: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'repacked-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await run('tar', ['-xzf', file, '-C', folder]);
  await change(join(folder, 'package'));
  const changed = join(folder, 'changed.tgz');
  await run('tar', ['-czf', changed, '-C', folder, 'package']);
  return changed;
}

test('a tarball without one of its files is refused by all three', async () => {
  const broken = await repacked((root) => rm(join(root, 'dist/core/index.d.cts')));

  const problems = await checkTarball(broken);

  expect(problems).toContain('dist/core/index.d.cts is missing');
  expect(problems).toContainEqual(expect.stringMatching(/^publint: /));
  expect(problems).toContainEqual(expect.stringMatching(/^attw: /));
});

test('a mere suggestion of publint refuses a tarball', async () => {
  const suggested = await repacked(async (root) => {
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const changed = { ...manifest, repository: { type: 'git', url: 'git://github.com/a/b.git' } };
    await writeFile(join(root, 'package.json'), JSON.stringify(changed));
  });

  expect(await publintProblems(suggested)).toEqual([expect.stringContaining('Suggestions:')]);
});
