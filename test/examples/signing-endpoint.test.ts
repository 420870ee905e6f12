// @vitest-environment node
import { describe, expect, it, onTestFinished, vi } from 'vitest';
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

  it('loads without a secret, as `next build` does', async () => {
    vi.resetModules();
    vi.stubEnv('D360_PLATFORM_SECRET', undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { POST } = await import('../../examples/nextjs/app/api/io-signature/route');

    const response = await askHandler(POST)();

    expect(response.status).toBe(500);
  });
});

describe('the Hono route', () => {
  promisesOfAnEndpoint(async () => {
    const { app } = await import('../../examples/signing-endpoint/hono');
    return askHandler((request) => app.fetch(request));
  });
});

describe('the node:http server', () => {
  const makeAsk = async () =>
    askAt(await listen((await import('../../examples/signing-endpoint/node-http')).server));
  promisesOfAnEndpoint(makeAsk);

  it('leaves other methods to the handler', async () => {
    const ask = await makeAsk();

    expect((await ask({}, { method: 'GET', body: null })).status).toBe(405);
  });
});

describe('the Express route', () => {
  const makeAsk = async () =>
    askAt(await listen((await import('../../examples/signing-endpoint/express')).app));
  promisesOfAnEndpoint(makeAsk);

  it('leaves other methods to the handler', async () => {
    const ask = await makeAsk();

    expect((await ask({}, { method: 'PUT' })).status).toBe(405);
  });
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
