// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { type Release, releaseProblems } from '../../scripts/release-problems';

const green = ['node', '-e', ''];
const red = ['node', '-e', 'process.exit(3)'];
const problemsOf = (changes: Partial<Release>) =>
  releaseProblems({
    manifest: { version: '1.2.3', repository: { type: 'git', url: 'https://git.example/a.git' } },
    changelog: '# Changelog\n\n## 1.2.3\n\n- A fix.\n\n## 1.2.2\n\n- Another.\n',
    tarballProblems: async () => [],
    tests: [green],
    ...changes,
  });

describe('a release', () => {
  it('passes with an entry, a right tarball and green tests', async () => {
    expect(await problemsOf({})).toEqual([]);
    expect(await problemsOf({ tag: 'v1.2.3' })).toEqual([]);
  });

  it.each([
    ['is empty', '', 'CHANGELOG.md has no entry "## 1.2.3" at its top.'],
    [
      'ends with an older version',
      '## 1.2.2\n\n- A fix.\n',
      'CHANGELOG.md has no entry "## 1.2.3" at its top.',
    ],
    [
      'has a version that begins alike',
      '## 1.2.30\n\n- A fix.\n',
      'CHANGELOG.md has no entry "## 1.2.3" at its top.',
    ],
    [
      'has the entry below a newer one',
      '## 1.3.0\n\n- A fix.\n\n## 1.2.3\n\n- A fix.\n',
      'CHANGELOG.md has no entry "## 1.2.3" at its top.',
    ],
    ['has an empty entry', '## 1.2.3\n', 'The entry of 1.2.3 in CHANGELOG.md says nothing.'],
    [
      'has changes that were not released',
      '## Unreleased\n\n- New.\n\n## 1.2.3\n\n- A fix.\n',
      'CHANGELOG.md still has changes under "Unreleased".',
    ],
  ])('is refused when the changelog %s', async (_, changelog, problem) => {
    expect(await problemsOf({ changelog })).toEqual([problem]);
  });

  it('takes a date behind the version, and an empty place for what comes next', async () => {
    const changelog = '## Unreleased\n\n## 1.2.3 (2026-11-21)\n\n- A fix.\n';

    expect(await problemsOf({ changelog })).toEqual([]);
  });

  it('is refused when its tag says another version', async () => {
    expect(await problemsOf({ tag: 'v1.2.4' })).toEqual([
      'The tag is v1.2.4, and package.json has version 1.2.3.',
    ]);
  });

  it('is refused when package.json names no repository', async () => {
    expect(await problemsOf({ manifest: { version: '1.2.3' } })).toEqual([
      'package.json names no repository; see CONTRIBUTING.md, "A release".',
    ]);
  });

  it('is refused for a wrong tarball, which is packed when all tests are over', async () => {
    const problem = 'dist/forgotten.js is not needed';
    const tarballProblems = vi.fn(async () => [problem]);

    expect(await problemsOf({ tarballProblems, tests: [red] })).not.toContain(problem);
    expect(tarballProblems).not.toHaveBeenCalled();

    expect(await problemsOf({ tarballProblems, tests: [green] })).toEqual([problem]);
  });

  it('is refused for a red test', async () => {
    expect(await problemsOf({ tests: [green, red] })).toEqual([
      '`node -e process.exit(3)` is red (3).',
    ]);
  });

  it('packs nothing while the changelog is not ready', async () => {
    const tarballProblems = vi.fn(async () => []);

    await problemsOf({ changelog: '', tarballProblems });

    expect(tarballProblems).not.toHaveBeenCalled();
  });
});
