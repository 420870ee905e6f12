/**
 * `npm run dev`: Vite serves the page and hands `/api` and the redirect page on to `hono.ts`;
 * `npm run dev -- express`, `fastify` and `node-http` to the other files.
 */
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { createServer as createViteServer } from 'vite';

const endpoints: Record<string, () => Promise<RequestListener>> = {
  hono: async () => getRequestListener((await import('./hono')).app.fetch),
  express: async () => (await import('./express')).app,
  fastify: async () => {
    const { app } = await import('./fastify');
    await app.ready();
    return app.routing;
  },
  'node-http': async () => {
    const { server } = await import('./node-http');
    return (request, response) => server.emit('request', request, response);
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '5173' } },
});
const load = endpoints[positionals[0] ?? 'hono'];
if (!load) throw new Error(`Choose one of ${Object.keys(endpoints).join(', ')}.`);

const endpoint = createServer(await load()).listen(0, 'localhost');
await once(endpoint, 'listening');
const { port } = endpoint.address() as AddressInfo;

// To the browser, all of it is one origin, as it is in production.
const server = `http://localhost:${port}`;
const page = await createViteServer({
  server: { port: Number(values.port), proxy: { '/api': server, '/connected': server } },
});
await page.listen();
page.printUrls();
