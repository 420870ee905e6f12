import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { type Consumer, installConsumer } from './packed';

// Cypress's own program is no npm package, so its test is compiled here, and not run.
describe('the example for Cypress', () => {
  let consumer: Consumer;
  beforeAll(async () => {
    process.env.CYPRESS_INSTALL_BINARY = '0';
    consumer = await installConsumer([inject('tarball').file], {}, 'examples/cypress');
  });
  afterAll(() => consumer?.remove());

  test('compiles with the types of Cypress', async () => {
    const compiled = await consumer.npx('tsc', '--pretty', 'false').catch((error) => error);

    expect(compiled).toMatchObject({ stdout: '' });
  });

  test('starts a sandbox, and tells the tests where it is', async () => {
    const outfile = join(consumer.folder, 'config.mjs');
    const entryPoints = [join(consumer.folder, 'cypress.config.ts')];
    await build({ entryPoints, outfile, bundle: true, format: 'esm', packages: 'external' });
    const { default: config } = await import(pathToFileURL(outfile).href);
    const listeners = new Map<string, () => Promise<void>>();
    const on = (event: string, listener: () => Promise<void>) => listeners.set(event, listener);

    const { env } = await config.e2e.setupNodeEvents(on, { env: {} });
    onTestFinished(() => listeners.get('after:run')!());

    const answer = await fetch(env.scenarioUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ending: 'refuse' }),
    });
    const run = await fetch(
      `${env.hub.replace('{partnerId}', 'aAbBcCPA')}?redirect_url=http://a.b/`,
    );
    expect([answer.status, run.status]).toEqual([200, 403]);
  });
});
