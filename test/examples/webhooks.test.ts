// @vitest-environment node
import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { D1 } from '../../examples/webhooks/d1-store';
import { keyableChannels } from '../../examples/webhooks/your-app';
import { promisesOfAStore } from '../server/store/promises-of-a-store';
import { signWebhook } from '../server/webhooks/send-webhook';
import { listen } from './promises-of-an-endpoint';

vi.hoisted(() => {
  process.env.D360_PLATFORM_SECRET = 'platform-secret-for-tests';
});

/** Delivers a body as 360dialog does. */
type Deliver = (
  body: string,
  signature: string,
) => Promise<Pick<Response, 'status' | 'text'> & { headers: Pick<Headers, 'get'> }>;

const path = '/webhooks/360dialog';
const headersOf = (signature: string) => ({
  'content-type': 'application/json',
  'x-360dialog-signature': signature,
});

/** Delivers over HTTP. */
const deliverTo =
  (origin: string): Deliver =>
  (body, signature) =>
    fetch(origin + path, { method: 'POST', headers: headersOf(signature), body });

/** Delivers to a fetch handler. */
const deliverBy =
  (handler: (request: Request) => Response | Promise<Response>): Deliver =>
  async (body, signature) =>
    handler(
      new Request(`https://app.example${path}`, {
        method: 'POST',
        headers: headersOf(signature),
        body,
      }),
    );

/** An event about a channel of its own, written as no JSON serializer would. */
function newEvent() {
  const channelId = `${randomUUID().slice(0, 8)}CH`;
  const body = `{ "event" :"channel_live",\r\n "id": "${randomUUID()}",
    "data": {"id": "${channelId}", "client_id": "oaY9LLfUCL", "name": "Caf\u00e9 \\u00e9"} }\n`;
  return { channelId, body };
}

/** What every partner webhook URL promises, whatever server it runs in. */
function promisesOfAWebhookUrl(makeDeliver: () => Promise<Deliver>) {
  it('takes what 360dialog has signed, byte by byte, and each event once', async () => {
    const deliver = await makeDeliver();
    const { channelId, body } = newEvent();

    const first = await deliver(body, signWebhook(body));

    expect(first.status).toBe(200);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(JSON.parse(await first.text())).toEqual({ ok: true });
    expect(keyableChannels.get(channelId)).toBe('oaY9LLfUCL');
    keyableChannels.delete(channelId);
    expect((await deliver(body, `sha256=${signWebhook(body)}`)).status).toBe(200);
    expect(keyableChannels.has(channelId)).toBe(false);
  });

  it('refuses what others have signed, or nobody, or what is none', async () => {
    const deliver = await makeDeliver();
    const { channelId, body } = newEvent();

    expect((await deliver(body, signWebhook(body, 'other'))).status).toBe(401);
    expect((await deliver(body, '')).status).toBe(401);
    expect((await deliver('[]', signWebhook('[]'))).status).toBe(400);
    expect(keyableChannels.has(channelId)).toBe(false);
  });
}

describe('the Next.js route', () => {
  promisesOfAWebhookUrl(async () =>
    deliverBy((await import('../../examples/webhooks/nextjs')).POST),
  );
});

describe('the Hono route', () => {
  promisesOfAWebhookUrl(async () => {
    const { app } = await import('../../examples/webhooks/hono');
    return deliverBy((request) => app.fetch(request));
  });
});

const echo = async (origin: string) => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${origin}/api/echo`, { method: 'POST', headers, body: '{ "a":1}' });
  return response.json();
};

describe('the Express route', () => {
  const serve = async () =>
    new URL(await listen((await import('../../examples/webhooks/express')).app)).origin;
  promisesOfAWebhookUrl(async () => deliverTo(await serve()));

  it('leaves the JSON parser to the others', async () => {
    expect(await echo(await serve())).toEqual({ a: 1 });
  });
});

describe('the Fastify route', () => {
  let origin: string;
  beforeAll(async () => {
    const { app } = await import('../../examples/webhooks/fastify');
    origin = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => (await import('../../examples/webhooks/fastify')).app.close());
  promisesOfAWebhookUrl(async () => deliverTo(origin));

  it('leaves the JSON parser to the others', async () => {
    expect(await echo(origin)).toEqual({ a: 1 });
  });
});

describe('the function of AWS Lambda', () => {
  const invoke = async (event: object) =>
    (await import('../../examples/webhooks/lambda')).handler(event as APIGatewayProxyEventV2);
  const requestContext = { domainName: 'app.example', http: { method: 'POST' } };
  const deliverAs =
    (isBase64Encoded: boolean): Deliver =>
    async (body, signature) => {
      const headers = headersOf(signature);
      const written = isBase64Encoded ? Buffer.from(body).toString('base64') : body;
      const event = { rawPath: path, requestContext, headers, isBase64Encoded, body: written };
      const answer = await invoke(event);
      return {
        status: answer.statusCode!,
        headers: new Headers(answer.headers as Record<string, string>),
        text: async () => answer.body!,
      };
    };
  promisesOfAWebhookUrl(async () => deliverAs(false));

  it('takes a body that API Gateway has encoded', async () => {
    const { channelId, body } = newEvent();

    expect((await deliverAs(true)(body, signWebhook(body))).status).toBe(200);
    expect(keyableChannels.has(channelId)).toBe(true);
  });

  it('leaves other methods to the handler', async () => {
    const get = { ...requestContext, http: { method: 'GET' } };

    expect(await invoke({ rawPath: path, requestContext: get, headers: {} })).toMatchObject({
      statusCode: 405,
    });
  });
});

describe('the Cloudflare worker', () => {
  let database: PGlite;
  // D1's emulator is a large dependency, and SQLite is not in every Node. PostgreSQL reads these statements,
  // too, but for the types.
  const asD1 = (): D1 => ({
    prepare: (sql) => ({
      bind: (...values) => {
        const run = async () => (await database.query(sql.replace(/\?(\d)/g, '$$$1'), values)).rows;
        return {
          run,
          first: async () => ((await run())[0] as Record<string, unknown> | undefined) ?? null,
        };
      },
    }),
  });
  beforeAll(async () => {
    database = await PGlite.create();
    const { d1StoreSql } = await import('../../examples/webhooks/d1-store');
    await database.query(d1StoreSql.replace('REAL', 'DOUBLE PRECISION'));
  }, 60_000);
  afterAll(() => database?.close());

  promisesOfAWebhookUrl(async () => {
    const worker = (await import('../../examples/webhooks/cloudflare')).default;
    const env = { D360_PLATFORM_SECRET: 'platform-secret-for-tests', DB: asD1() };
    return deliverBy((request) => worker.fetch(request, env));
  });

  promisesOfAStore(async () => (await import('../../examples/webhooks/d1-store')).d1Store(asD1()));
});

// Last, because it loads modules anew.
describe('the Next.js route without a secret', () => {
  it('loads, as `next build` does, and takes nothing', async () => {
    vi.resetModules();
    vi.stubEnv('D360_PLATFORM_SECRET', undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { POST } = await import('../../examples/webhooks/nextjs');
    const { body } = newEvent();

    await expect(deliverBy(POST)(body, signWebhook(body))).rejects.toThrow(/platformSecret/);
  });
});
