import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Consumer, installConsumer } from './packed';

// What a user gets: packed, installed into an empty folder, used there.
describe('the packed package', () => {
  const { file, paths: packed } = inject('tarball');
  let consumer: Consumer;
  let installed: string;

  beforeAll(async () => {
    consumer = await installConsumer([file, 'react@19', 'react-dom@19']);
    installed = join(consumer.folder, 'node_modules/react-360dialog-connect');
  });

  afterAll(() => consumer?.remove());

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
    [
      'react-360dialog-connect/server',
      'IoSignatureError,SignerBusyError,createIoSigner,ioSignatureHandler,redisSeconds,verifyIoSignature',
    ],
  ])('gives %s to import and to require in plain Node', async (entry, names) => {
    const imported = await consumer.node(
      '--input-type=module',
      '-e',
      `console.log(Object.keys(await import('${entry}')).sort().join())`,
    );
    const required = await consumer.node(
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
    expect(await consumer.node(...args)).toBe('200');
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
      'dist/styled/button-parts.cjs',
      'dist/styled/button-parts.js',
      'dist/styled/connect-theme-provider.cjs',
      'dist/styled/connect-theme-provider.js',
      'dist/styled/glyphs.cjs',
      'dist/styled/glyphs.js',
      'dist/styled/styled-connect-button.cjs',
      'dist/styled/styled-connect-button.js',
      'dist/styled/themed-button.cjs',
      'dist/styled/themed-button.js',
      'dist/styled/use-labels.cjs',
      'dist/styled/use-labels.js',
    ]);
  });

  test('runs the sandbox by npx', async () => {
    const sandbox = spawn('npx', ['react-360dialog-connect', 'sandbox', '--port', '0'], {
      cwd: consumer.folder,
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
