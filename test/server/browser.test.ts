// @vitest-environment node
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as browser from '../../src/server/browser';
import type * as server from '../../src/server/index';

const browserModule = fileURLToPath(new URL('../../src/server/browser.ts', import.meta.url));

describe('the module that web bundles get', () => {
  it('has every name of the real one', () => {
    expectTypeOf<keyof typeof browser>().toEqualTypeOf<keyof typeof server>();
  });

  it('says at once what is wrong', async () => {
    const load = () => import('../../src/server/browser');

    await expect(load).rejects.toThrow('react-360dialog-connect/server was loaded in a browser.');
  });

  it('can be bundled, so that the message reaches the developer', async () => {
    const imports = `import { createIoSigner } from 'react-360dialog-connect/server';`;
    const result = await build({
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { 'react-360dialog-connect/server': browserModule } },
      plugins: [
        {
          name: 'app',
          resolveId: (id) => (id === 'app.js' ? id : null),
          load: (id) => (id === 'app.js' ? `${imports} createIoSigner({});` : null),
        },
      ],
      build: { write: false, rollupOptions: { input: 'app.js' } },
    });

    const { output } = [result].flat()[0] as { output: { code: string }[] };
    expect(output[0]!.code).toContain('was loaded in a browser');
    expect(output[0]!.code).not.toMatch(/SHA-512|importKey/);
  });
});
