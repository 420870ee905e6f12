import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { goThroughHub, openHub, openHubStage, shownResult } from './hub-stage';
import { type Consumer, installConsumer, run } from './packed';
import { serveFolder } from './serve-folder';

const tsc = join(import.meta.dirname, '../../node_modules/.bin/tsc');

// After what 360dialog shows of its own button: a form whose texts go to the hub.
describe('a demo of the published button', () => {
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await installConsumer(
      [
        inject('tarball').file,
        '360dialog-connect-button@1.0.2',
        'react@19.3.1',
        'react-dom@19.3.1',
        '@types/react@19.3.0',
        '@types/react-dom@19.3.0',
        'vite@8.3.8',
        '@vitejs/plugin-react@6.3.0',
      ],
      {},
      'test/package/fixtures/demo',
    );
  });

  afterAll(() => consumer?.remove());

  /** @returns what the compiler complains about */
  const compile = async (): Promise<string> => {
    const args = ['-p', '.', '--pretty', 'false'];
    const { stdout } = await run(tsc, args, { cwd: consumer.folder }).catch((error) => error);
    return stdout;
  };

  const swapImport = async () => {
    const file = join(consumer.folder, 'src/demo.tsx');
    const source = await readFile(file, 'utf8');
    await writeFile(file, source.replace('360dialog-connect-button', 'react-360dialog-connect'));
  };

  test('compiles before and after its one line is swapped, is built, and brings a client home', async () => {
    expect(await compile()).toBe('');
    await swapImport();
    expect(await compile()).toBe('');
    await consumer.npx('vite', 'build');
    const served = await serveFolder(join(consumer.folder, 'dist'));
    onTestFinished(served.close);
    const stage = await openHubStage(consumer);
    onTestFinished(stage.close);
    await stage.beginWith(`${served.url}/nobody-comes-here`);

    const app = await stage.open(served.url);
    await app.getByLabel('E-mail').fill('demo@bluebird.example');
    await app.getByLabel('Name').fill('Ana Lima');
    await app.getByLabel('First form').selectOption('signup');
    const hub = await openHub(app);
    expect(await hub.getByLabel('E-mail').inputValue()).toBe('demo@bluebird.example');
    expect(await hub.getByLabel('Name').inputValue()).toBe('Ana Lima');
    await goThroughHub(hub);

    expect(await shownResult(app)).toEqual({
      client: expect.stringMatching(/^\w{8}CL$/),
      channels: [expect.stringMatching(/^\w{6}CH$/), expect.stringMatching(/^\w{6}CH$/)],
    });
    expect(await app.getByLabel('Name').inputValue()).toBe('Ana Lima');
    expect(app.url()).toBe(`${served.url}/`);
    expect(stage.noise).toEqual([]);
  });
});
