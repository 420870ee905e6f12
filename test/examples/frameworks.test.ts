// @vitest-environment node
import { describe, vi } from 'vitest';
import { promisesOfARedirectPage, visitHandler } from './promises-of-a-redirect-page';
import { askHandler, promisesOfAnEndpoint } from './promises-of-an-endpoint';

vi.hoisted(() => {
  process.env.D360_PARTNER_ID = 'aAbBcCPA';
  process.env.D360_PLATFORM_SECRET = 'platform-secret-for-tests';
  // Nuxt's own, which it imports by itself.
  vi.stubGlobal('defineEventHandler', (handler: unknown) => handler);
  vi.stubGlobal('toWebRequest', (event: { request: Request }) => event.request);
});

type Handler = (request: Request) => Response | Promise<Response>;
type Routes = { sign: Handler; page: Handler };

const frameworks: Record<string, () => Promise<Routes>> = {
  async 'React Router'() {
    const { action, loader } = await import(
      '../../examples/signing-endpoint/frameworks/react-router'
    );
    return { sign: (request) => action({ request }), page: (request) => loader({ request }) };
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
  async Nuxt() {
    const { ioSignatureRoute, connectedRoute } = await import(
      '../../examples/signing-endpoint/frameworks/nuxt'
    );
    return {
      sign: (request) => ioSignatureRoute({ request }),
      page: (request) => connectedRoute({ request }),
    };
  },
  async Bun() {
    const { routes } = await import('../../examples/signing-endpoint/frameworks/bun');
    return { sign: routes['/api/io-signature'], page: routes['/connected'] };
  },
};

describe.each(Object.entries(frameworks))('the routes of %s', (_, load) => {
  promisesOfAnEndpoint(async () => askHandler((await load()).sign));
  promisesOfARedirectPage(async () => visitHandler((await load()).page));
});
