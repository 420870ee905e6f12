// @vitest-environment node
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const tsx = resolve('node_modules/.bin/tsx');
const script = resolve('scripts/release-check.ts');

/** A package that breaks no rule, and whose tests write down that they ran, and how. */
const tiny = {
  'package.json': JSON.stringify({
    name: 'tiny',
    version: '1.2.3',
    type: 'commonjs',
    license: 'MIT',
    engines: { node: '>=20' },
    repository: { type: 'git', url: 'git+https://git.example/tiny.git' },
    main: './index.js',
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
    files: ['index.*', 'CHANGELOG.md'],
    scripts: {
      test: 'echo test $NO_SKIPS >> ran',
      'test:full': 'echo full $NO_SKIPS >> ran; test ! -e broken',
    },
  }),
  'index.js': 'exports.one = 1;\n',
  'index.d.ts': 'export declare const one: number;\n',
  'CHANGELOG.md': '## 1.2.3\n\n- A fix.\n',
  LICENSE: 'MIT License\n',
  'README.md': '# Tiny\n',
};

/** Runs the script in a folder with these files. */
async function check(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'tiny-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  // The tools that look at the tarball.
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  // As `npm publish --dry-run` starts it.
  const options = { cwd: folder, env: { ...process.env, npm_config_dry_run: 'true' } };
  const { code, stdout, stderr } = await promisify(execFile)(tsx, [script], options).then(
    (printed) => ({ code: 0, ...printed }),
    (error) => error,
  );
  const ran = await readFile(join(folder, 'ran'), 'utf8').catch(() => '');
  return { code, stdout, stderr, ran };
}

const slow = { timeout: 120_000 };

it('the release check ends well once all tests ran, with nothing skipped', slow, async () => {
  const { code, stdout, ran } = await check(tiny);

  expect(ran).toBe('test 1\nfull 1\n');
  expect(stdout).toMatch(/Ready to be released\.\n$/);
  expect(code).toBe(0);
});

it('the release check fails for a test that fails', slow, async () => {
  const { code, stdout, stderr } = await check({ ...tiny, broken: '' });

  expect(stderr).toMatch(/`npm run test:full` is red \(1\)\.\n$/);
  expect(stdout).not.toContain('Ready');
  expect(code).toBe(1);
});

it('the release check fails for a changelog without an entry, before any test', slow, async () => {
  const { code, stderr, ran } = await check({ ...tiny, 'CHANGELOG.md': '' });

  expect(stderr).toBe('CHANGELOG.md has no entry "## 1.2.3" at its top.\n');
  expect(ran).toBe('');
  expect(code).toBe(1);
});

it('npm publish in the folder runs the release check first', () => {
  expect(manifest.scripts.prepublishOnly).toBe('npm run release-check');
  expect(manifest.scripts['release-check']).toBe('tsx scripts/release-check.ts');
});
