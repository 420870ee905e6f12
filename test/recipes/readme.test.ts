// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');

it.each(['next-route', 'hono', 'node-http', 'express', 'cloudflare'])(
  'prints the recipe %s in the README as it is tested',
  async (recipe) => {
    expect(await read('../../README.md')).toContain((await read(`./${recipe}.ts`)).trim());
  },
);
