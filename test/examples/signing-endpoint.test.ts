// @vitest-environment node
import type { RequestListener, Server } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { promisesOfARedirectPage, visitAt, visitHandler } from './promises-of-a-redirect-page';
import {
  askAt,
  askHandler,
  listen,
  partnerId,
  platformSecret,
  promisesOfAnEndpoint,
} from './promises-of-an-endpoint';

vi.hoisted(() => {
  process.env.D360_PARTNER_ID = 'aAbBcCPA';
  process.env.D360_PLATFORM_SECRET = 'platform-secret-for-tests';
});

describe('the Next.js route handler', () => {
  promisesOfAnEndpoint(async () => {
    const { POST } = await import('../../examples/nextjs/app/api/io-signature/route');
    return askHandler(POST);
  });

  promisesOfARedirectPage(async () => {
    const { GET } = await import('../../examples/nextjs/app/api/connected/route');
    return visitHandler(GET);
  });

  it('loads without a secret, as `next build` does', async () => {
    vi.resetModules();
    vi.stubEnv('D360_PLATFORM_SECRET', undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { POST } = await import('../../examples/nextjs/app/api/io-signature/route');

    const response = await askHandler(POST)();

    expect(response.status).toBe(500);
  });
});

describe('the Hono routes', () => {
  const load = async () => (await import('../../examples/signing-endpoint/hono')).app;
  promisesOfAnEndpoint(async () => askHandler((await load()).fetch));
  promisesOfARedirectPage(async () => visitHandler((await load()).fetch));
});

describe('the fetch handler', () => {
  const load = async () => (await import('../../examples/signing-endpoint/fetch')).default;
  promisesOfAnEndpoint(async () => askHandler((await load()).fetch));
  promisesOfARedirectPage(async () => visitHandler((await load()).fetch));

  it('has nothing at other addresses', async () => {
    const { fetch } = await load();

    expect((await fetch(new Request('https://app.example/'))).status).toBe(404);
  });
});

/** Servers of Node, by what `listen` takes. */
const servers: Record<string, () => Promise<Server | RequestListener>> = {
  'node:http': async () => (await import('../../examples/signing-endpoint/node-http')).server,
  Express: async () => (await import('../../examples/signing-endpoint/express')).app,
  async Fastify() {
    const { app } = await import('../../examples/signing-endpoint/fastify');
    await app.ready();
    return app.routing;
  },
};

describe.each(Object.entries(servers))('the routes of %s', (_, load) => {
  promisesOfAnEndpoint(async () => askAt(await listen(await load())));
  promisesOfARedirectPage(async () => visitAt(await listen(await load())));

  it('leave other methods to the handler', async () => {
    const ask = askAt(await listen(await load()));

    expect((await ask({}, { method: 'PUT' })).status).toBe(405);
    expect((await ask({}, { method: 'GET', body: null })).status).toBe(405);
  });

  it('take a request without a body', async () => {
    const ask = askAt(await listen(await load()));

    expect((await ask({}, { body: null })).status).toBe(200);
  });
});

it('puts the redirect page’s headers in the place of those that a middleware has set', async () => {
  const { connectedListener } = await import('../../examples/signing-endpoint/listeners');
  const url = await listen((req, res) => {
    res.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    res.setHeader('Content-Security-Policy', "script-src 'self'");
    void connectedListener(req, res);
  });

  const { headers } = await visitAt(url)('');

  expect(headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'sha256-/,
  );
});

describe('the Lambda function', () => {
  /** The event that an HTTP API makes of a request. */
  const invoke = async (request: Request): Promise<Response> => {
    const { handler } = await import('../../examples/signing-endpoint/lambda');
    const { host, pathname, search } = new URL(request.url);
    const { cookie, ...headers } = Object.fromEntries(request.headers);
    const event = {
      version: '2.0',
      rawPath: pathname,
      rawQueryString: search.slice(1),
      headers,
      ...(cookie && { cookies: cookie.split('; ') }),
      requestContext: { domainName: host, http: { method: request.method, path: pathname } },
      body: Buffer.from(await request.arrayBuffer()).toString('base64'),
      isBase64Encoded: true,
    } as unknown as APIGatewayProxyEventV2;
    const { statusCode, headers: answered, body } = await handler(event);
    return new Response(body, { status: statusCode!, headers: answered as HeadersInit });
  };

  promisesOfAnEndpoint(async () => askHandler(invoke));
  promisesOfARedirectPage(async () => visitHandler(invoke));
});

describe('the Cloudflare worker', () => {
  // A table with a primary key. The real D1 is tried by hand: its emulator is a large dependency.
  const fakeD1 = (rows = new Set<string>()): D1Database => ({
    prepare: () => ({
      bind: (...values) => ({
        async run() {
          const row = values.join();
          const changes = rows.has(row) ? 0 : 1;
          rows.add(row);
          return { meta: { changes } };
        },
      }),
    }),
  });
  const env = { D360_PARTNER_ID: partnerId, D360_PLATFORM_SECRET: platformSecret };
  const loadIsolate = async () => {
    vi.resetModules();
    return (await import('../../examples/signing-endpoint/cloudflare')).default;
  };

  promisesOfAnEndpoint(async () => {
    const DB = fakeD1();
    const worker = await loadIsolate();
    return askHandler((request) => worker.fetch(request, { ...env, DB }));
  });
  promisesOfARedirectPage(async () => {
    const worker = await loadIsolate();
    return visitHandler((request) => worker.fetch(request, { ...env, DB: fakeD1() }));
  });

  it('shares its seconds between isolates', async () => {
    const DB = fakeD1();
    const asks = await Promise.all(
      [1, 2].map(async () => {
        const worker = await loadIsolate();
        return askHandler((request) => worker.fetch(request, { ...env, DB }));
      }),
    );

    const answers = await Promise.all(
      asks.flatMap((ask) => Array.from({ length: 5 }, async () => (await ask()).json())),
    );

    expect(new Set(answers.map(({ io_timestamp }) => io_timestamp)).size).toBe(10);
  });
});
