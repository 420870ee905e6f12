// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');

it.each([
  'quick-start.tsx',
  'next-route.ts',
  'hono.ts',
  'node-http.ts',
  'express.ts',
  'cloudflare.ts',
])('prints the recipe %s in the README as it is tested', async (recipe) => {
  expect(await read('../../README.md')).toContain((await read(`./${recipe}`)).trim());
});
