import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Consumer, installConsumer } from './packed';

/** As apps are built for their clients; Vitest's own NODE_ENV, `test`, would be one of neither kind. */
const define = { 'process.env.NODE_ENV': '"production"' };

const files = {
  'url.mjs': `
    import { buildOnboardingUrl } from 'react-360dialog-connect';
    console.log(buildOnboardingUrl({ partnerId: 'aAbBcCPA' }));`,
  'app.mjs': `
    import { createElement } from 'react';
    import { createRoot } from 'react-dom/client';
    import { ConnectButton } from 'react-360dialog-connect';
    const root = createRoot(document.body);
    root.render(createElement(ConnectButton, { partnerId: 'aAbBcCPA', callback() {} }));`,
  'script.mjs': `import 'react-360dialog-connect/redirect.global.js';`,
  'auto.mjs': `import 'react-360dialog-connect/redirect/auto';`,
};

// React is here, styled-components is not.
describe('an app without styled-components', () => {
  let consumer: Consumer;
  const inApp = (path: string) => join(consumer.folder, path);

  beforeAll(async () => {
    consumer = await installConsumer([inject('tarball').file, 'react@19', 'react-dom@19'], files);
  });

  afterAll(() => consumer?.remove());

  const bundlers = [
    [
      'Vite',
      async (name: string) => {
        await vite({
          configFile: false,
          logLevel: 'error',
          root: consumer.folder,
          define,
          build: {
            outDir: inApp('vite'),
            minify: false,
            rollupOptions: {
              input: inApp(`${name}.mjs`),
              output: { entryFileNames: '[name].mjs' },
            },
          },
        });
        return `vite/${name}.mjs`;
      },
    ],
    [
      'esbuild',
      async (name: string) => {
        await esbuild({
          entryPoints: [inApp(`${name}.mjs`)],
          bundle: true,
          format: 'esm',
          logLevel: 'error',
          define,
          outdir: inApp('esbuild'),
          outExtension: { '.js': '.mjs' },
        });
        return `esbuild/${name}.mjs`;
      },
    ],
  ] as const;

  test.each(bundlers)('is built with the button by %s', async (_, bundle) => {
    const text = await readFile(inApp(await bundle('app')), 'utf8');

    expect(existsSync(inApp('node_modules/styled-components'))).toBe(false);
    expect(text).toContain('360dialog-connect-button');
    expect(text).not.toContain('styled-components');
  });

  // Not if package.json called it free of side effects.
  test.each(bundlers)('keeps what it imports for its effect by %s', async (_, bundle) => {
    const script = await readFile(inApp(await bundle('script')), 'utf8');
    const auto = await readFile(inApp(await bundle('auto')), 'utf8');

    expect(script).toContain('currentScript');
    expect(auto).toContain('adoptedStyleSheets');
  });

  test.each(bundlers)(
    'gets no React and no popup with buildOnboardingUrl by %s',
    async (_, bundle) => {
      const file = await bundle('url');
      const text = await readFile(inApp(file), 'utf8');

      expect(await consumer.node(file)).toBe(
        'https://hub.360dialog.com/dashboard/app/aAbBcCPA/permissions',
      );
      for (const trace of [
        'useState',
        'createElement',
        'window.open',
        'postMessage',
        'sessionStorage',
      ]) {
        expect(text).not.toContain(trace);
      }
      expect(text.length).toBeLessThan(8000);
    },
  );
});
