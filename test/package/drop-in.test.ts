import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import type { Differences } from '../../scripts/figure-tables';
import { openHubStage } from './hub-stage';
import { observeForgedLink, observeOnClick, observeOpenedPage, observeRun } from './observe-button';
import { type Consumer, installConsumer } from './packed';
import { serveFolder } from './serve-folder';

const published = '360dialog-connect-button';
const ours = 'react-360dialog-connect';

/** Builds the app anew with another button: only the import changes. */
async function buildWith(consumer: Consumer, name: string): Promise<string> {
  const file = join(consumer.folder, 'src/connect.tsx');
  const source = await readFile(file, 'utf8');
  await writeFile(file, source.replace(/(?<=ConnectButton } from ')[^']+/, name));
  await consumer.npx('vite', 'build', '--outDir', `dist/${name}`);
  return join(consumer.folder, 'dist', name);
}

async function observe(consumer: Consumer, name: string) {
  const served = await serveFolder(await buildWith(consumer, name));
  onTestFinished(served.close);
  const stage = await openHubStage(consumer);
  onTestFinished(stage.close);
  await stage.beginWith(`${served.url}/`);
  return {
    run: await observeRun(stage, served.url),
    opensWithOnClick: await observeOnClick(stage, served.url),
    forgedCalls: await observeForgedLink(stage, served.url),
    staysWhenOpened: await observeOpenedPage(stage, served.url),
    noise: stage.noise,
  };
}

type Observed = Awaited<ReturnType<typeof observe>>;

/** What a row tells, and how it reads for what was observed. */
const differences: [what: string, tell: (observed: Observed) => string][] = [
  ['path of the hub, `v1`', ({ run }) => `\`${run.pathname.replace('aAbBcCPA', '{partnerId}')}\``],
  [
    '`state`, when you give none',
    ({ run }) => (run.state ? 'a random one, kept to itself' : 'none'),
  ],
  ['popup', ({ run }) => run.size],
  ['the app’s page is loaded', ({ run }) => (run.loads === 1 ? 'once' : 'again for the result')],
  ['what was typed meanwhile', ({ run }) => (run.note ? 'stays' : 'is lost')],
  [
    'the app’s address afterwards',
    ({ run }) => (run.address === '/' ? 'as before' : 'holds the result'),
  ],
  [
    '`callback` for one result',
    ({ run }) => (run.calls === 1 ? 'once' : 'in the popup, and again in the app'),
  ],
  ['your `onClick`', (seen) => (seen.opensWithOnClick ? 'runs first' : 'replaces the launch')],
  ['in a `<form>`', ({ run }) => (run.type === 'button' ? 'does not submit it' : 'submits it')],
  [
    'a link with a made-up result',
    ({ forgedCalls }) => (forgedCalls ? 'runs `callback`' : 'is ignored; see `allowUnsolicited`'),
  ],
  [
    'a page with the button that another page opens',
    ({ staysWhenOpened }) => (staysWhenOpened ? 'stays' : 'closes itself'),
  ],
];

test('replaces the published button by its import alone, and the migration guide tells what differs', async () => {
  const consumer = await installConsumer(
    [
      inject('tarball').file,
      `${published}@1.0.2`,
      'react@19.3.1',
      'react-dom@19.3.1',
      'vite@8.3.8',
      '@vitejs/plugin-react@6.3.0',
    ],
    {},
    'test/package/fixtures/drop-in',
  );
  onTestFinished(consumer.remove);
  const before = await observe(consumer, published);
  const after = await observe(consumer, ours);

  expect(after.run.markup).toEqual(before.run.markup);
  expect(after.run.query).toEqual(before.run.query);
  const result = {
    client: expect.stringMatching(/^\w{8}CL$/),
    channels: [expect.stringMatching(/^\w{6}CH$/)],
  };
  expect(before.run.result).toEqual(result);
  expect(after.run.result).toEqual(result);
  expect([...before.noise, ...after.noise]).toEqual([]);

  const rows: Differences = differences.map(([what, tell]) => ({
    what,
    published: tell(before),
    ours: tell(after),
  }));
  for (const { what, published, ours } of rows) expect(ours, what).not.toBe(published);
  await expect(`${JSON.stringify(rows, null, 2)}\n`).toMatchFileSnapshot(
    '../../docs/differences.json',
  );
});
