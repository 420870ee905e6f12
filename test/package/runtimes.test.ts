import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, inject, onTestFinished } from 'vitest';
import { promisesOfARedirectPage, visitAt } from '../examples/promises-of-a-redirect-page';
import { askAt, promisesOfAnEndpoint } from '../examples/promises-of-an-endpoint';
import { type Consumer, installConsumer } from './packed';
import { startServer } from './start-server';

/** What the guide has its readers type for Deno. */
async function documentedCommand(): Promise<string> {
  const guide = await readFile('docs/servers.md', 'utf8');
  return /`(deno serve [^`]+)`/.exec(guide)![1]!;
}

const serveRoutes = `
import { routes } from './frameworks/bun';
console.log(String(Bun.serve({ port: 0, routes }).url));
`;

/** Each with a free port of its own choice, which it prints. */
const commands: Record<string, () => Promise<string>> = {
  Deno: async () => (await documentedCommand()).replace('serve', 'serve --port 0'),
  Bun: async () => 'bun fetch.ts',
  'Bun, by its routes': async () => 'bun serve-routes.ts',
};

describe('the signing endpoint’s example, from the packed package', () => {
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await installConsumer(
      [inject('tarball').file, 'bun@1.4.5', 'deno@2.9.6'],
      { 'serve-routes.ts': serveRoutes },
      'examples/signing-endpoint',
    );
  });
  afterAll(() => consumer?.remove());

  describe.each(Object.entries(commands))('in %s', (_, command) => {
    const serve = async () => {
      const [program, ...args] = (await command()).split(' ');
      const server = await startServer(consumer.folder, `node_modules/.bin/${program}`, args);
      onTestFinished(server.stop);
      return `${server.url}/api/io-signature`;
    };
    promisesOfAnEndpoint(async () => askAt(await serve()));
    promisesOfARedirectPage(async () => visitAt(await serve()));
  });
});
