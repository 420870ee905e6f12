// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A file at a path of the project, and the rules that it breaks. */
type Case = { path: string; text: string; breaks: string[]; found?: string[] };

const cases: Case[] = [];

/** Says what a file breaks; all of them are linted in few runs, before the first test. */
function lint(path: string, text: string, ...breaks: string[]): void {
  const each: Case = { path, text, breaks };
  cases.push(each);
  it(`${path} ${breaks.length > 0 ? 'may not have' : 'may have'} ${summary(text)}`, () => {
    expect(each.found).toEqual(each.breaks);
  });
}
const summary = (text: string) => text.split('\n', 1)[0]!.slice(0, 60);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A project with these files and our rules. */
function lintProject(files: Case[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  folders.push(folder);
  const config = JSON.parse(readFileSync('biome.json', 'utf8'));
  const ours = JSON.stringify({ ...config, $schema: undefined, vcs: undefined });
  for (const [path, text] of [
    ['biome.json', ours],
    ...files.map((each) => [each.path, each.text]),
  ] as const) {
    mkdirSync(dirname(join(folder, path!)), { recursive: true });
    writeFileSync(join(folder, path!), text!);
  }
  const { stdout } = spawnSync(
    resolve('node_modules/.bin/biome'),
    ['lint', '--reporter=github', '--max-diagnostics=none'],
    { cwd: folder, encoding: 'utf8' },
  );
  const found = Array.from(stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+)/g));
  for (const each of files) {
    each.found = found.flatMap(([, rule, file]) => (file === join(folder, each.path) ? rule! : []));
  }
}

beforeAll(() => {
  // Two cases of one path are linted in two projects.
  for (let left = cases; left.length > 0; ) {
    const first = left.filter(
      ({ path }, index) => left.findIndex((c) => c.path === path) === index,
    );
    lintProject(first);
    left = left.filter((each) => !first.includes(each));
  }
}, 60_000);

const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n');

describe('who imports whom', () => {
  for (const [path, target] of [
    // Files right in src/core are pure.
    ['src/core/errors.ts', './popup/attempt'],
    ['src/core/errors.ts', '../react/connect-button'],
    ['src/core/errors.ts', 'react'],
    ['src/core/errors.ts', 'node:fs'],
    ['src/core/index.ts', '../react/connect-button'],
    ['src/core/popup/attempt.ts', '../../react/connect-button'],
    ['src/core/popup/attempt.ts', 'react'],
    ['src/core/popup/attempt.ts', '../../server/index'],
    ['src/index.ts', './server'],
    ['src/index.ts', './styled/connect-theme'],
    ['src/redirect/index.ts', '../react/connect-button'],
    ['src/redirect/index.ts', 'react'],
    ['src/element/connect-button-element.ts', '../react/connect-button'],
    ['src/element/connect-button-element.ts', '../testing/index'],
    ['src/testing/mock-onboarding.ts', '../react/connect-button'],
    ['src/testing/mock-onboarding.ts', 'vitest'],
    ['src/react/connect-button.ts', '../testing/index'],
    ['src/react/connect-button.ts', '../styled/connect-theme'],
    ['src/react/connect-button.ts', '../sandbox/index'],
    ['src/react/connect-button.ts', 'styled-components'],
    ['src/embedded-signup/load-sdk.ts', 'react'],
    ['src/embedded-signup/load-sdk.ts', '../react/connect-button'],
    ['src/embedded-signup/explain/signup-hints.ts', '../../core/popup/attempt'],
    ['src/embedded-signup/react/use-embedded-signup.ts', '../../react/connect-button'],
    ['src/embedded-signup/react/use-embedded-signup.ts', 'styled-components'],
    ['src/styled/variants.ts', '../core/popup/attempt'],
    ['src/styled/variants.ts', '../server/index'],
    ['src/server/index.ts', '../sandbox/index'],
    ['src/server/io-signature/create-io-signer.ts', 'node:crypto'],
    ['src/server/io-signature/create-io-signer.ts', '../../core/popup/attempt'],
    ['src/server/io-signature/create-io-signer.ts', 'redis'],
    ['src/server/store/redis-store.ts', '../io-signature/create-io-signer'],
    ['src/server/endpoint/create-endpoint.ts', '../io-signature/create-io-signer'],
    ['src/server/redirect-page/redirect-page.ts', '../store/store'],
    ['src/server/redirect-page/redirect-page.ts', '../../redirect/index'],
    ['src/server/webhooks/webhook-handler.ts', '../io-signature/create-io-signer'],
    ['src/server/webhooks/webhook-handler.ts', 'hono'],
    ['src/server/partner-api/create-call.ts', '../endpoint/answers'],
    ['src/server/partner-api/create-call.ts', 'axios'],
    ['src/server/io-signature/create-io-signer.ts', 'ky'],
    ['src/sandbox/sandbox-app.tsx', '../core/popup/attempt'],
    ['src/sandbox/hub/run.ts', '../../react/connect-button'],
    ['src/sandbox/hub/run.ts', 'react'],
    ['src/sandbox/hub/run.ts', '../../cli/main'],
    ['src/sandbox/hub/run.ts', '../../embedded-signup/load-sdk'],
    ['src/sandbox/hub/run.ts', '../../../test/helpers/messages'],
    ['src/cli/main.ts', '../core/errors'],
    ['src/cli/main.ts', 'hono'],
    ['vitest.config.ts', './test/setup'],
    ['scripts/start.ts', '../test/helpers/messages'],
    ['stories/sandbox.ts', '../test/helpers/messages'],
    ['.storybook/preview.tsx', '../test/helpers/messages'],
  ] as const) {
    lint(path, `export * from '${target}';\n`, 'noRestrictedImports');
    lint(path, `import type { X } from '${target}';\nexport type Y = X;\n`, 'noRestrictedImports');
  }

  for (const [path, target] of [
    ['src/core/errors.ts', './types'],
    ['src/core/popup/attempt.ts', '../types'],
    ['src/react/connect-button.ts', '../core/popup/start-attempt'],
    ['src/embedded-signup/watch-window.ts', '../core/popup/watch-popup'],
    ['src/embedded-signup/react/use-embedded-signup.ts', '../types'],
    ['src/server/io-signature/create-io-signer.ts', '../store/store'],
    ['src/server/webhooks/webhook-handler.ts', '../endpoint/answers'],
    ['src/server/webhooks/parse-webhook-event.ts', 'valibot'],
    ['src/server/partner-api/create-call.ts', 'ky'],
    ['src/server/partner-api/limiter.ts', '../store/store'],
    ['src/sandbox/hub/run.ts', '../../server/index'],
    ['scripts/start.ts', 'node:fs'],
  ] as const) {
    lint(path, `export * from '${target}';\n`);
  }
});

describe('what the code of a room may touch', () => {
  for (const [path, name] of [
    ['src/core/errors.ts', 'window'],
    ['src/core/errors.ts', 'document'],
    ['src/core/errors.ts', 'location'],
    ['src/core/errors.ts', 'sessionStorage'],
    ['src/core/errors.ts', 'process'],
    ['src/core/popup/attempt.ts', 'process'],
    ['src/core/popup/attempt.ts', 'Buffer'],
    ['src/react/connect-button.ts', 'process'],
    ['src/server/store/memory-store.ts', 'document'],
    ['src/server/io-signature/create-io-signer.ts', 'process'],
    ['src/server/io-signature/create-io-signer.ts', 'Buffer'],
  ] as const) {
    lint(path, `export const x = ${name};\n`, 'noRestrictedGlobals');
  }

  for (const [path, name] of [
    ['src/core/popup/attempt.ts', 'document'],
    ['src/sandbox/start-sandbox.ts', 'process'],
    ['src/cli/main.ts', 'process'],
  ] as const) {
    lint(path, `export const x = ${name};\n`);
  }
});

describe('how long and how tangled code of src may be', () => {
  const body = (line: string, count: number) =>
    `export function f(g: () => void) {\n${lines(count, line)}\n}\n`;

  const constants = (count: number) =>
    Array.from({ length: count }, (_, index) => `export const x${index} = 1;`).join('\n');

  lint('src/core/errors.ts', body('  g();', 61), 'noExcessiveLinesPerFunction');
  lint('src/core/errors.ts', body('  g();', 60));
  lint('src/core/errors.ts', constants(151), 'noExcessiveLinesPerFile');
  lint('src/core/errors.ts', constants(150));
  lint('src/core/types.ts', constants(151));
  lint('src/core/errors.ts', body('  if (g) g();', 16), 'noExcessiveCognitiveComplexity');
  lint('src/core/errors.ts', body('  if (g) g();', 15));
});
