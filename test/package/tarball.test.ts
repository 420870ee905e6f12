import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);

// What a user gets: packed, installed into an empty folder, used there.
describe('the packed package', () => {
  let folder: string;
  let installed: string;
  let packed: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tarball-'));
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
      maxBuffer: 10 ** 8,
    });
    const [tarball] = JSON.parse(stdout.slice(stdout.indexOf('[\n')));
    packed = tarball.files.map((file: { path: string }) => file.path);
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    await run(
      'npm',
      ['install', '--no-audit', '--no-fund', tarball.filename, 'react@19', 'react-dom@19'],
      {
        cwd: folder,
      },
    );
    installed = join(folder, 'node_modules/react-360dialog-connect');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const node = async (...args: string[]) =>
    (await run('node', args, { cwd: folder })).stdout.trim();

  test('holds the built files, the licence, the changelog and the README, nothing else', () => {
    const others = packed.filter((path) => !path.startsWith('dist/'));

    expect(others.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
    expect(packed.filter((path) => path.includes('node_modules'))).toEqual([]);
  });

  test('has no runtime dependency', async () => {
    const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));

    expect(dependencies).toBeUndefined();
  });

  test.each([
    [
      'react-360dialog-connect',
      'ConnectButton,OnboardingError,buildOnboardingUrl,ioSignatureFrom,isOnboardingError,parseOnboardingRedirect,useIntegratedOnboarding',
    ],
    [
      'react-360dialog-connect/core',
      'OnboardingError,buildOnboardingUrl,createOnboarding,ioSignatureFrom,isOnboardingError,parseOnboardingRedirect,startOnboarding',
    ],
    ['react-360dialog-connect/redirect', 'forwardRedirect'],
  ])('gives %s to import and to require in plain Node', async (entry, names) => {
    const imported = await node(
      '--input-type=module',
      '-e',
      `console.log(Object.keys(await import('${entry}')).sort().join())`,
    );
    const required = await node(
      '-e',
      `console.log(Object.keys(require('${entry}')).sort().join())`,
    );

    expect(imported).toBe(names);
    expect(required).toBe(names);
  });

  test.each([
    [
      'import',
      [
        '--input-type=module',
        '-e',
        "const { startSandbox } = await import('react-360dialog-connect/sandbox'); const s = await startSandbox({ port: 0 }); console.log((await fetch(s.url)).status); await s.close()",
      ],
    ],
    [
      'require',
      [
        '-e',
        "require('react-360dialog-connect/sandbox').startSandbox({ port: 0 }).then(async (s) => { console.log((await fetch(s.url)).status); await s.close() })",
      ],
    ],
  ])('starts the sandbox by %s', async (_, args) => {
    expect(await node(...args)).toBe('200');
  });

  test("marks React's files, and only those, with 'use client'", async () => {
    const marked: string[] = [];
    for (const path of packed.filter((each) => /\.c?js$/.test(each))) {
      const text = await readFile(join(installed, path), 'utf8');
      if (/^.{0,20}["']use client["']/.test(text)) marked.push(path);
    }

    expect(marked.sort()).toEqual([
      'dist/react/connect-button.cjs',
      'dist/react/connect-button.js',
      'dist/react/use-integrated-onboarding.cjs',
      'dist/react/use-integrated-onboarding.js',
    ]);
  });

  test('runs the sandbox by npx', async () => {
    const sandbox = spawn('npx', ['react-360dialog-connect', 'sandbox', '--port', '0'], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    for await (const data of sandbox.stdout) {
      text += data;
      if (/http:\S+/.test(text)) break;
    }

    const { status } = await fetch(/http:\/\/[^\s/]+/.exec(text)![0]);
    const exit = once(sandbox, 'exit');
    process.kill(-sandbox.pid!, 'SIGINT');
    await exit;

    expect(status).toBe(200);
  });
});
