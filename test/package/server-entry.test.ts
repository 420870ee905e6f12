import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Consumer, installConsumer } from './packed';

const source = `
import { createIoSigner } from 'react-360dialog-connect/server';
export const sign = () =>
  createIoSigner({ partnerId: 'aAbBcCPA', platformSecret: 'secret' }).sign();
`;

describe('the server entry', () => {
  let consumer: Consumer;
  let entry: string;

  beforeAll(async () => {
    consumer = await installConsumer([inject('tarball').file], { 'entry.mjs': source });
    entry = join(consumer.folder, 'entry.mjs');
  });

  afterAll(() => consumer?.remove());

  const signByNode = (file: string) =>
    consumer.node(
      '--input-type=module',
      '-e',
      `console.log((await (await import('./${file}')).sign()).io_signature.length)`,
    );

  test('signs in Node', async () => {
    expect(await signByNode('entry.mjs')).toBe('128');
  });

  // The conditions that wrangler bundles with, and Vercel's edge runtime.
  test.each([
    ['Cloudflare', ['workerd', 'worker', 'browser']],
    ['an edge runtime', ['edge-light', 'browser']],
  ])('signs in a bundle for %s', async (name, conditions) => {
    const file = `${name.replaceAll(' ', '-')}.mjs`;
    await esbuild({
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      platform: 'browser',
      conditions,
      outfile: join(consumer.folder, file),
    });

    expect(await signByNode(file)).toBe('128');
  });

  test.each([
    [
      'Vite',
      (outDir: string) =>
        vite({
          configFile: false,
          logLevel: 'error',
          root: consumer.folder,
          build: { outDir, lib: { entry, formats: ['es'], fileName: () => 'web.mjs' } },
        }),
    ],
    [
      'esbuild',
      (outdir: string) =>
        esbuild({
          entryPoints: { web: entry },
          bundle: true,
          format: 'esm',
          platform: 'browser',
          outdir,
          outExtension: { '.js': '.mjs' },
        }),
    ],
  ])('says in a web bundle by %s that it belongs on the server', async (name, bundle) => {
    await bundle(join(consumer.folder, `web-${name}`));

    await expect(consumer.node(`web-${name}/web.mjs`)).rejects.toThrow(
      'react-360dialog-connect/server was loaded in a browser',
    );
  });
});
