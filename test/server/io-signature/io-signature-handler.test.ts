// @vitest-environment node
import {
  type Authorization,
  type IoSignatureHandlerOptions,
  ioSignatureHandler,
  SignerBusyError,
} from 'react-360dialog-connect/server';
import { describe, expect, it, vi } from 'vitest';
import { ask, corsHeadersOf, countingSigner, endpoint, makeHandler } from '../requests';
import { makeSigner, platformSecret, second } from '../signers';

describe('an authorised POST from the same origin', () => {
  it('is answered with a signature', async () => {
    const response = await makeHandler()(ask());

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(await makeSigner().sign());
  });

  it('is answered as JSON that nobody stores, sniffs or reads elsewhere', async () => {
    const { headers } = await makeHandler()(ask());

    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('vary')).toBeNull();
    expect([...headers.keys()].filter((name) => name.startsWith('access-'))).toEqual([]);
  });

  it('chooses neither partner nor time: its body is not read', async () => {
    const request = ask({}, { body: '{"partnerId":"evil","io_timestamp":1,"timestamp":1}' });
    const search = '?partnerId=evil&io_timestamp=1';

    const response = await makeHandler()(request);
    const asked = await makeHandler()(new Request(endpoint + search, request.clone()));

    expect(request.bodyUsed).toBe(false);
    expect(await response.json()).toEqual(await makeSigner().sign());
    expect(await asked.json()).toEqual(await makeSigner().sign());
  });
});

describe('refusals', () => {
  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is 405', async (method) => {
    const signer = countingSigner();
    const response = await makeHandler({ signer })(ask({}, { method }));

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(corsHeadersOf(response)).toEqual([]);
    expect(signer.asked).toBe(0);
  });

  it.each([
    null,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    'text/plain, application/json',
    'application/jsonp',
  ])('the content type %s is 415', async (type) => {
    const response = await makeHandler()(ask({ 'content-type': type }));

    expect(response.status).toBe(415);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    'the content type %s is none',
    async (type) => {
      expect((await makeHandler()(ask({ 'content-type': type }))).status).toBe(200);
    },
  );

  it('say nothing but a fixed word', async () => {
    const response = await makeHandler({ authorize: () => false })(ask());

    expect(await response.text()).toBe('{"error":"unauthorized"}');
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('authorize', () => {
  it.each<[unknown, number]>([
    [true, 200],
    [{ user: 'anna' }, 200],
    [{ user: 7 }, 200],
    [{ id: 'a session of yours' }, 200],
    [false, 401],
    [null, 401],
    [undefined, 401],
    ['', 401],
    [0, 401],
    [401, 401],
    [{ user: undefined }, 401],
    [{ user: null }, 401],
    [{ user: '' }, 401],
    [403, 403],
    // Meant as refusals, and truthy: nobody gets in by mistake.
    [500, 500],
    [404, 500],
    [new Response(null, { status: 401 }), 500],
    [{ status: 403 }, 500],
    [{ statusCode: 401, body: '' }, 500],
    [{ error: 'no session' }, 500],
    [() => false, 500],
  ])('that returns %j leads to %i', async (answer, status) => {
    const signer = countingSigner();
    const authorization = answer as Authorization;

    const direct = await makeHandler({ signer, authorize: () => authorization })(ask());
    const awaited = await makeHandler({ signer, authorize: async () => authorization })(ask());

    expect([direct.status, awaited.status]).toEqual([status, status]);
    expect(signer.asked).toBe(status === 200 ? 2 : 0);
  });

  it('gets the request, and the context that the server adds', async () => {
    const seen: unknown[] = [];
    const handler = ioSignatureHandler({
      signer: makeSigner(),
      authorize: (request, context: { user: string }) => {
        seen.push(request, context);
        return { user: context.user };
      },
      mintState: (request, context) => {
        seen.push(request, context);
        return 'state';
      },
    });
    const request = ask();
    const context = { user: 'anna' };

    expect((await handler(request, context)).status).toBe(200);

    expect(seen).toEqual([request, context, request, context]);
  });

  it('is not asked about requests of other sites', async () => {
    const authorize = vi.fn(() => true);

    await makeHandler({ authorize })(ask({ 'sec-fetch-site': 'cross-site' }));
    await makeHandler({ authorize })(ask({ 'content-type': 'text/plain' }));

    expect(authorize).not.toHaveBeenCalled();
  });
});

describe('mintState', () => {
  it('adds the state of the server to the answer', async () => {
    const response = await makeHandler({ mintState: async () => 'minted+ä' })(ask());

    expect(await response.json()).toEqual({ ...(await makeSigner().sign()), state: 'minted+ä' });
  });

  it.each([undefined, null, '', 5])('must not return %j', async (state) => {
    const onError = vi.fn();
    const mintState = () => state as string;

    expect((await makeHandler({ mintState, onError })(ask())).status).toBe(500);

    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ name: 'TypeError' }));
  });

  it('is not called for somebody who is refused', async () => {
    const mintState = vi.fn(() => 'state');

    await makeHandler({ mintState, authorize: () => 403 })(ask());

    expect(mintState).not.toHaveBeenCalled();
  });
});

describe('what goes wrong', () => {
  const secretive = new Error(`The database at ${platformSecret} is away.`);
  const throwing = () => {
    throw secretive;
  };
  const failing: [string, Partial<IoSignatureHandlerOptions>][] = [
    ['authorize throws', { authorize: throwing }],
    ['authorize rejects', { authorize: async () => throwing() }],
    ['mintState throws', { mintState: throwing }],
    ['the store rejects', { signer: makeSigner({ store: { claim: async () => throwing() } }) }],
    [
      'the rate limit store rejects',
      {
        authorize: () => ({ user: 'anna' }),
        rateLimit: { limit: 1, windowSeconds: 1, store: { hit: async () => throwing() } },
      },
    ],
  ];

  it.each(failing)('is told to onError, not to the browser: %s', async (_, options) => {
    const onError = vi.fn();

    const response = await makeHandler({ ...options, onError })(ask());

    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"error":"internal_error"}');
    expect(onError).toHaveBeenCalledExactlyOnceWith(secretive);
  });

  it.each([
    ['is missing', undefined],
    ['throws', throwing],
    ['rejects', (async () => throwing()) as () => void],
  ])('is answered with 500 also when onError %s', async (_, onError) => {
    expect((await makeHandler({ authorize: throwing, onError })(ask())).status).toBe(500);
  });

  it('is 503 with Retry-After when no second is left', async () => {
    const onError = vi.fn();
    const signer = makeSigner({ store: { claim: async () => false } });

    const response = await makeHandler({ signer, onError })(ask());

    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.text()).toBe('{"error":"busy"}');
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(SignerBusyError));
  });

  it('never holds the secret or a signature in a log', async () => {
    const { io_signature } = await makeSigner().sign();
    const told: unknown[] = [];
    const onError = (error: unknown) => told.push(error);
    await makeHandler({ onError, signer: makeSigner({ store: { claim: async () => false } }) })(
      ask(),
    );
    await makeHandler({ onError, mintState: () => '' })(ask());
    await makeHandler({ onError, authorize: () => 500 as 403 })(ask());

    const { inspect } = await import('node:util');
    const log = inspect(told, { depth: null });

    expect(told).toHaveLength(3);
    expect(log).not.toContain(platformSecret);
    expect(log).not.toContain(io_signature);
    expect(log).not.toContain(String(second));
  });
});

it.each([
  ['signer', { signer: undefined }],
  ['authorize', { authorize: undefined }],
  ['appOrigins', { appOrigins: ['*'] }],
  ['rateLimit', { rateLimit: { limit: 0, windowSeconds: 60 } }],
])('throws at start-up for a wrong %s', (name, options) => {
  expect(() => makeHandler(options as never)).toThrow(new RegExp(name));
});
