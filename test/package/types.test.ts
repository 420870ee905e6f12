import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Consumer, installConsumer, run } from './packed';

const tsc = join(import.meta.dirname, '../../node_modules/.bin/tsc');

// Each is used as what it is not, so that a type that fell back to `any` shows.
const imports = [
  "import { buildOnboardingUrl } from 'react-360dialog-connect';",
  "import { startOnboarding } from 'react-360dialog-connect/core';",
  "import { startEmbeddedSignup } from 'react-360dialog-connect/embedded-signup';",
  "import { useEmbeddedSignup } from 'react-360dialog-connect/embedded-signup/react';",
  "import { forwardRedirect } from 'react-360dialog-connect/redirect';",
  "import { createIoSigner } from 'react-360dialog-connect/server';",
  "import { startSandbox } from 'react-360dialog-connect/sandbox';",
  "import { StyledConnectButton } from 'react-360dialog-connect/styled';",
  "import 'react-360dialog-connect/redirect/auto';",
  "import 'react-360dialog-connect/redirect.global.js';",
];
const names = imports.flatMap((line) => /\{ (\w+) \}/.exec(line)?.[1] ?? []);
const uses = names.flatMap((name) => [
  '// @ts-expect-error',
  `export const a${name}: 1 = ${name};`,
]);

// Older projects are set to the first, which reads no `exports`.
const ways = {
  node10: ['--module', 'commonjs', '--moduleResolution', 'node10', '--ignoreDeprecations', '6.0'],
  node16: ['--module', 'node16', '--moduleResolution', 'node16'],
  bundler: ['--module', 'esnext', '--moduleResolution', 'bundler'],
};

describe('TypeScript in a project with the packed package', () => {
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await installConsumer(
      [inject('tarball').file, '@types/react@19', 'styled-components@6.6.0', 'react@19'],
      { 'use.ts': [...imports, ...uses].join('\n') },
    );
  });

  afterAll(() => consumer?.remove());

  test.each(Object.entries(ways))('finds the types of each entry as %s does', async (_, way) => {
    const args = ['--noEmit', '--strict', '--target', 'es2022', '--pretty', 'false', ...way];
    const compiled = await run(tsc, [...args, 'use.ts'], { cwd: consumer.folder }).catch(
      (error) => error,
    );

    expect(compiled.stdout).toBe('');
  });
});
