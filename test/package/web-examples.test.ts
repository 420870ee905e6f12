import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { goThroughHub, openHub, openHubStage, shownResult } from './hub-stage';
import { type Consumer, installConsumer } from './packed';
import { serveFolder } from './serve-folder';

const result = {
  client: expect.stringMatching(/^\w{8}CL$/),
  channels: [expect.stringMatching(/^\w{6}CH$/), expect.stringMatching(/^\w{6}CH$/)],
};

describe('an app with the packed package', () => {
  const disposers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const dispose of disposers.splice(0).reverse()) await dispose();
  });

  const install = async (example: string, ...packages: string[]) => {
    const folder = `examples/${example}`;
    const consumer = await installConsumer([inject('tarball').file, ...packages], {}, folder);
    disposers.push(consumer.remove);
    return consumer;
  };

  /** Serves the app, clicks through it, and leaves it to the test what else to look at. */
  const connect = async (consumer: Consumer, folder: string, redirectPage = '/') => {
    const served = await serveFolder(join(consumer.folder, folder));
    disposers.push(served.close);
    const stage = await openHubStage(consumer);
    disposers.push(stage.close);
    await stage.setRedirectUrl(served.url + redirectPage);
    const app = await stage.open(served.url);
    const hub = await openHub(app);
    await goThroughHub(hub);

    expect(await shownResult(app)).toEqual(result);
    expect(app.url()).toBe(`${served.url}/`);
    expect(stage.noise).toEqual([]);
    return app;
  };

  test.each([['18.3.1'], ['19.3.1']])('connects with Vite and React %s', async (react) => {
    const consumer = await install(
      'vite-react',
      `react@${react}`,
      `react-dom@${react}`,
      'vite@8.3.8',
      '@vitejs/plugin-react@6.3.0',
    );
    await consumer.npx('vite', 'build');

    const app = await connect(consumer, 'dist');

    expect(await app.getByRole('heading').textContent()).toBe(`React ${react}`);
  });

  test('connects with webpack, as CommonJS', async () => {
    const consumer = await install(
      'webpack-commonjs',
      'react@19.3.1',
      'react-dom@19.3.1',
      'webpack@5.112.2',
      'webpack-cli@7.3.1',
    );
    await consumer.npx('webpack', '--json', 'stats.json');

    const app = await connect(consumer, 'public');

    expect(await app.getByRole('heading').textContent()).toContain('completed');
    const stats = await readFile(join(consumer.folder, 'stats.json'), 'utf8');
    const bundled = stats.match(/(?<="name": *"\.\/node_modules\/react-360dialog-connect\/)[^"]+/g);
    expect(bundled).toContain('dist/index.cjs');
    expect(bundled!.filter((path) => path.endsWith('.js'))).toEqual([]);
  });

  test('connects from a page without a build, by the redirect script tag', async () => {
    const consumer = await install('plain-html');

    await connect(consumer, '.', '/connected.html');
  });
});
