import { expect, inject, test } from 'vitest';
import { readTarball } from '../../scripts/read-tarball';
import { attwProblems, publintProblems } from '../../scripts/tarball-checks';
import { tarballProblems } from '../../scripts/tarball-rules';

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
