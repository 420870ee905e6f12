/** `npm run dev`: Vite serves the page and hands `/api` and `/webhooks` on to `server.ts`. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { createServer as createViteServer } from 'vite';
import { findLostAnswers } from './find-lost-answers';
import { app } from './server';

const { values } = parseArgs({ options: { port: { type: 'string', default: '5173' } } });

const server = createServer(getRequestListener(app.fetch)).listen(0, 'localhost');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

// To the browser, all of it is one origin, as it is in production.
const address = `http://localhost:${port}`;
const page = await createViteServer({
  server: { port: Number(values.port), proxy: { '/api/': address, '/webhooks/': address } },
});
await page.listen();
page.printUrls();

setInterval(async () => {
  const unclear = await findLostAnswers().catch((error) => console.error(error));
  if (unclear?.length) console.warn('Whose are these accounts?', unclear);
}, 60_000);
