// @vitest-environment node

import { brotliCompressSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { expect, it } from 'vitest';

/** Minified and brotli-compressed, without React, as an app's bundler has it. */
async function sizeOf(options: BuildOptions): Promise<number> {
  const { outputFiles } = await build({
    format: 'esm',
    ...options,
    bundle: true,
    write: false,
    minify: true,
    target: 'es2022',
    external: ['react', 'react/jsx-runtime'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return brotliCompressSync(outputFiles[0]!.contents).length;
}

const sizeOfImport = (name: string, from: string) =>
  sizeOf({ stdin: { contents: `export { ${name} } from '${from}'`, resolveDir: process.cwd() } });

it('the button, the core and the redirect script stay within their budgets', async () => {
  const [button, core, script, published] = await Promise.all([
    sizeOfImport('ConnectButton', './src/index'),
    sizeOfImport('startOnboarding', './src/core/index'),
    sizeOf({ entryPoints: ['src/redirect/redirect-script.ts'], format: 'iife' }),
    sizeOfImport('ConnectButton', '360dialog-connect-button'),
  ]);

  // biome-ignore lint/suspicious/noConsole: the numbers belong in the output.
  console.info(
    `Bytes: ConnectButton ${button}, startOnboarding ${core}, redirect script ${script}; ` +
      `ConnectButton of 360dialog-connect-button ${published}`,
  );
  expect(button).toBeLessThanOrEqual(3500);
  expect(core).toBeLessThanOrEqual(2900);
  expect(script).toBeLessThanOrEqual(900);
});
