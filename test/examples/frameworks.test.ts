// @vitest-environment node
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createApp, createRouter, defineEventHandler, toNodeListener, toWebRequest } from 'h3';
import { createRequestHandler, type ServerBuild } from 'react-router';
import { describe, onTestFinished, vi } from 'vitest';
import { promisesOfARedirectPage, visitAt, visitHandler } from './promises-of-a-redirect-page';
import { askAt, askHandler, listen, promisesOfAnEndpoint } from './promises-of-an-endpoint';

vi.hoisted(() => {
  process.env.D360_PARTNER_ID = 'aAbBcCPA';
  process.env.D360_PLATFORM_SECRET = 'platform-secret-for-tests';
});
// Nuxt imports them by itself.
vi.stubGlobal('defineEventHandler', defineEventHandler);
vi.stubGlobal('toWebRequest', toWebRequest);

type Handler = (request: Request) => Response | Promise<Response>;

/** What `react-router build` makes of the two files. */
async function buildReactRouter(): Promise<ServerBuild> {
  const { action, loader } = await import(
    '../../examples/signing-endpoint/frameworks/react-router'
  );
  const entry = (id: string, path: string, module: object) => ({
    [id]: { id, path, parentId: undefined, module },
  });
  const routes = {
    ...entry('routes/api.io-signature', 'api/io-signature', { action }),
    ...entry('routes/connected', 'connected', { loader }),
  };
  return {
    entry: { module: { default: () => new Response('a page') } },
    routes,
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '1' },
    assetsBuildDirectory: '',
    publicPath: '/',
    basename: '/',
    future: {},
    ssr: true,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
  } as unknown as ServerBuild;
}

/** The frameworks themselves, as they serve an app. */
const served: Record<string, () => Promise<string>> = {
  async 'Nuxt, by its h3'() {
    const { ioSignatureRoute, connectedRoute } = await import(
      '../../examples/signing-endpoint/frameworks/nuxt'
    );
    const router = createRouter()
      .post('/api/io-signature', ioSignatureRoute)
      .get('/connected', connectedRoute);
    return listen(toNodeListener(createApp().use(router)));
  },
  async NestJS() {
    const { useConnect } = await import('../../examples/signing-endpoint/frameworks/nestjs');
    class AppModule {}
    Module({})(AppModule);
    const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
    useConnect(app);
    await app.listen(0, '127.0.0.1');
    onTestFinished(() => app.close());
    return `${await app.getUrl()}/api/io-signature`;
  },
};

describe.each(Object.entries(served))('the routes of %s', (_, serve) => {
  promisesOfAnEndpoint(async () => askAt(await serve()));
  promisesOfARedirectPage(async () => visitAt(await serve()));
});

/** React Router's own server, and the routes of those that need a newer Node, called as they call them. */
const called: Record<string, () => Promise<{ sign: Handler; page: Handler }>> = {
  async 'React Router'() {
    const handle = createRequestHandler(await buildReactRouter(), 'production');
    const serve: Handler = (request) => handle(request);
    return { sign: serve, page: serve };
  },
  async 'TanStack Start'() {
    const { ioSignatureRoute, connectedRoute } = await import(
      '../../examples/signing-endpoint/frameworks/tanstack-start'
    );
    return {
      sign: (request) => ioSignatureRoute.server.handlers.POST({ request }),
      page: (request) => connectedRoute.server.handlers.GET({ request }),
    };
  },
  async SvelteKit() {
    const { POST, GET } = await import('../../examples/signing-endpoint/frameworks/sveltekit');
    return { sign: (request) => POST({ request }), page: (request) => GET({ request }) };
  },
  async Astro() {
    const { POST, GET } = await import('../../examples/signing-endpoint/frameworks/astro');
    return { sign: (request) => POST({ request }), page: (request) => GET({ request }) };
  },
  async Bun() {
    const { routes } = await import('../../examples/signing-endpoint/frameworks/bun');
    return { sign: routes['/api/io-signature'], page: routes['/connected'] };
  },
};

describe.each(Object.entries(called))('the routes of %s', (_, load) => {
  promisesOfAnEndpoint(async () => askHandler((await load()).sign));
  promisesOfARedirectPage(async () => visitHandler((await load()).page));
});
