// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');

it.each([
  'vite-react/src/connect.tsx',
  'nextjs/app/api/io-signature/route.ts',
  'signing-endpoint/hono.ts',
  'signing-endpoint/node-http.ts',
  'signing-endpoint/express.ts',
  'signing-endpoint/cloudflare.ts',
])('prints %s in the README as it is tested', async (example) => {
  expect(await read('../../README.md')).toContain((await read(`../../examples/${example}`)).trim());
});
