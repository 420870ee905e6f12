import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { type ExampleName, redirectPages } from '../../scripts/examples';
import { findChromium } from '../../scripts/find-chromium';
import { goThroughHub, type HubStage, openHub, openHubStage, shownResult } from './hub-stage';
import { type Consumer, installConsumer, run } from './packed';
import { serveFolder } from './serve-folder';

const result = {
  client: expect.stringMatching(/^\w{8}CL$/),
  channels: [expect.stringMatching(/^\w{6}CH$/), expect.stringMatching(/^\w{6}CH$/)],
};

describe('an example with the packed package', () => {
  const disposers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const dispose of disposers.splice(0).reverse()) await dispose();
  });

  const install = async (example: ExampleName, ...packages: string[]) => {
    const tarball = inject('tarball').file;
    const consumer = await installConsumer([tarball, ...packages], {}, `examples/${example}`);
    disposers.push(consumer.remove);
    return consumer;
  };

  const serve = async (consumer: Consumer, folder: string) => {
    const served = await serveFolder(join(consumer.folder, folder));
    disposers.push(served.close);
    const stage = await openHubStage(consumer);
    disposers.push(stage.close);
    return { stage, url: served.url };
  };

  /** Serves the app, clicks through it, and leaves it to the test what else to look at. */
  const connect = async (
    consumer: Consumer,
    folder: string,
    redirectPage: string,
    label?: string,
  ) => {
    const { stage, url } = await serve(consumer, folder);
    await stage.beginWith(url + redirectPage);
    const app = await stage.open(url);
    await goThroughHub(await openHub(app, label));

    expect(await shownResult(app)).toEqual(result);
    expect(app.url()).toBe(`${url}/`);
    expect(stage.noise).toEqual([]);
    return app;
  };

  test.each([['18.3.1'], ['19.3.1']])('connects with Vite and React %s', async (react) => {
    const consumer = await install('vite-react', `react@${react}`, `react-dom@${react}`);
    await consumer.npx('vite', 'build');

    const app = await connect(consumer, 'dist', redirectPages['vite-react']);

    expect(await app.getByRole('heading').textContent()).toBe(`React ${react}`);
  });

  test('connects with webpack, as CommonJS', async () => {
    const consumer = await install('webpack-commonjs');
    await consumer.npx('webpack', '--json', 'stats.json');

    const app = await connect(consumer, 'public', redirectPages['webpack-commonjs']);

    expect(await app.getByRole('heading').textContent()).toContain('completed');
    const stats = await readFile(join(consumer.folder, 'stats.json'), 'utf8');
    const bundled = stats.match(/(?<="name": *"\.\/node_modules\/react-360dialog-connect\/)[^"]+/g);
    expect(bundled).toContain('dist/index.cjs');
    expect(bundled!.filter((path) => path.endsWith('.js'))).toEqual([]);
  });

  test('connects from a page without a build, by the redirect script tag', async () => {
    const consumer = await install('plain-html');

    await connect(consumer, '.', redirectPages['plain-html']);
  });

  test('connects by the element of the script tag', async () => {
    const consumer = await install('element');

    await connect(consumer, '.', redirectPages.element);
  });

  test('connects from a page that was made for the published element', async () => {
    const consumer = await install('published-snippet');

    await connect(consumer, '.', redirectPages['published-snippet']);
  });

  test.each([
    ['vue', 'Vue 3'],
    ['angular', 'Angular 20'],
  ] as const)('connects with %s, by the element and by the store', async (name, heading) => {
    const consumer = await install(name);
    await consumer.npx('npm', 'run', 'build');

    for (const label of ['Connect 360dialog', 'Connect by the store']) {
      const app = await connect(consumer, 'dist', redirectPages[name], label);

      expect(await app.getByRole('heading').textContent()).toContain(heading);
    }
  });

  test('connects with Svelte 5', async () => {
    const consumer = await install('svelte');
    await consumer.npx('vite', 'build');

    await connect(consumer, 'dist', redirectPages.svelte);
  });

  test('is tested by Playwright and the sandbox, as the guide shows it', async () => {
    const consumer = await install('playwright');
    const env = { ...process.env, NODE_ENV: 'development', CHROMIUM_PATH: findChromium() };

    const { stdout } = await run('npx', ['playwright', 'test'], { cwd: consumer.folder, env });

    expect(stdout).toContain('8 passed');
  });

  test('connects by each recipe', async () => {
    const consumer = await install('recipes');
    await consumer.npx('vite', 'build');
    const { stage, url } = await serve(consumer, 'dist');
    await stage.context.route('**/api/state', (route) =>
      route.fulfill({ json: { state: 'minted' } }),
    );
    await stage.context.route('**/api/clients', (route) => route.fulfill({ status: 204 }));
    await stage.context.route('**/api/contracts', (route) =>
      route.fulfill({ json: { contractId: 'contract-7', state: 'minted', plan: 'regular' } }),
    );
    const names = await recipeNames(await stage.open(url));

    for (const name of names) await connectByRecipe(stage, url, name);

    expect(names).toHaveLength(14);
    expect(stage.noise).toEqual([]);
  });

  const recipeNames = (page: Page) =>
    page.getByRole('navigation').getByRole('link').allInnerTexts();

  async function connectByRecipe(stage: HubStage, url: string, name: string) {
    await stage.beginWith(url + redirectPages.recipes);
    const app = await stage.open(`${url}/#${name}`);
    await app.getByRole('heading', { name }).waitFor();
    if (name === 'in-a-dialog') await app.getByRole('button', { name: 'Connect…' }).click();
    const labels: Record<string, string> = {
      'taken-away': 'Manage numbers',
      hook: 'Connect WhatsApp',
      'list-of-numbers': 'Connect +49 30 5550 0102',
    };
    const label = name.startsWith('any-button/') ? 'Connect WhatsApp' : labels[name];
    await goThroughHub(await openHub(app, label));

    if (name === 'check-on-server') await app.getByText('Connected.', { exact: true }).waitFor();
    else if (name === 'in-a-dialog') await app.getByText(/^Connected: \w{8}CL$/).waitFor();
    else expect(await shownResult(app), name).toMatchObject({ client: result.client });
    await app.close();
  }
});
