// @vitest-environment node
import {
  type Authorization,
  createIoSigner,
  type IoSignatureHandlerOptions,
  ioSignatureHandler,
  SignerBusyError,
} from 'react-360dialog-connect/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, corsHeadersOf, countingSigner, endpoint, makeHandler } from '../requests';
import { makeSigner, partnerId, platformSecret, second } from '../signers';

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

  it('chooses neither partner nor time, whatever its body says', async () => {
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
    // Nobody knows what these mean: only what is known to let in lets in.
    [{ id: 'a session of yours' }, 500],
    [{ userId: null }, 500],
    [{ userId: 'anna' }, 500],
    [{ authenticated: false }, 500],
    [{ authenticated: true }, 500],
    [{}, 500],
    [[], 500],
    [['anna'], 500],
    ['anna', 500],
    [1, 500],
    [200, 500],
    [Symbol('anna'), 500],
    [{ data: { user: null }, error: null }, 500],
    [{ user: {} }, 500],
    [{ user: { id: 'anna' } }, 500],
    [{ user: [] }, 500],
    [{ user: ['anna'] }, 500],
    [{ user: true }, 500],
    [{ user: Number.NaN }, 401],
    [{ user: Number.POSITIVE_INFINITY }, 500],
    [{ user: ' ' }, 500],
    [{ user: Promise.resolve('anna') }, 500],
    [{ user: Promise.resolve(null) }, 500],
    [{ user: () => 'anna' }, 500],
    [{ user: 'anna', error: 'expired' }, 500],
    [{ user: 'anna', status: 401 }, 500],
    [{ user: 'anna', authenticated: false }, 500],
    [{ user: 'anna', ok: false }, 500],
    [{ user: 'anna', session: null }, 500],
    [Object.assign(new Error('expired'), { user: 'anna' }), 500],
    [Object.create({ user: 'anna' }), 500],
    [new Map([['user', 'anna']]), 500],
    [Object.assign([], { user: 'anna' }), 500],
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
    });
    const request = ask();
    const context = { user: 'anna' };

    expect((await handler(request, context)).status).toBe(200);

    expect(seen).toEqual([request, context]);
  });

  it('is not asked about requests of other sites', async () => {
    const authorize = vi.fn(() => true);

    await makeHandler({ authorize })(ask({ 'sec-fetch-site': 'cross-site' }));
    await makeHandler({ authorize })(ask({ 'content-type': 'text/plain' }));

    expect(authorize).not.toHaveBeenCalled();
  });
});

describe('states', () => {
  const user = () => ({ user: 'anna' });
  const minting = (state: unknown) => ({ mint: vi.fn(async () => state as string) });

  it('add the state of the run to the answer, bound to the user, the runId of the button and the signer’s partner', async () => {
    const states = minting('minted+ä');
    const body = JSON.stringify({ runId: '1-22-333' });

    const response = await makeHandler({ states, authorize: user })(ask({}, { body }));

    expect(await response.json()).toEqual({ ...(await makeSigner().sign()), state: 'minted+ä' });
    expect(states.mint.mock.calls).toEqual([['anna', { runId: '1-22-333', partnerId }]]);
  });

  it.each(['', '{}', 'x', '{"runId":5}', '{"runId":"<script>"}', `{"runId":"${'1'.repeat(999)}"}`])(
    'do without a runId that is none: %j',
    async (body) => {
      const states = minting('minted');

      await makeHandler({ states, authorize: user })(ask({}, { body }));

      expect(states.mint.mock.calls).toEqual([
        ['anna', { runId: expect.stringMatching(/^[\w-]{22}$/), partnerId }],
      ]);
    },
  );

  it('read no more of a body than a button sends, though nobody says how long it is', async () => {
    let read = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(stream) {
          read += 100;
          stream.enqueue(new Uint8Array(100).fill(32));
        },
      },
      { highWaterMark: 0 },
    );
    const request = ask({}, { body, duplex: 'half' } as RequestInit);

    const response = await makeHandler({ states: minting('minted'), authorize: user })(request);

    expect(response.status).toBe(200);
    expect(read).toBeLessThan(2000);
  });

  it('need to know who the user is', async () => {
    const onError = vi.fn();

    expect((await makeHandler({ states: minting('a'), onError })(ask())).status).toBe(500);

    expect(onError.mock.calls[0]![0].message).toMatch(/authorize must return { user }/);
  });

  it.each([undefined, null, '', 5])('must not mint %j', async (state) => {
    const onError = vi.fn();
    const handle = makeHandler({ states: minting(state), onError, authorize: user });

    expect((await handle(ask())).status).toBe(500);

    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ name: 'TypeError' }));
  });

  it('mint nothing for somebody who is refused', async () => {
    const states = minting('state');

    await makeHandler({ states, authorize: () => 403 })(ask());

    expect(states.mint).not.toHaveBeenCalled();
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
    ['minting throws', { authorize: () => ({ user: 'anna' }), states: { mint: throwing } }],
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
    await makeHandler({
      onError,
      authorize: () => ({ user: 'anna' }),
      states: { mint: async () => '' },
    })(ask());
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
  ['rateLimit', { rateLimit: 0 }],
  ['rateLimit', { rateLimit: null }],
  ['rateLimit.store', { rateLimit: { limit: 1, windowSeconds: 60, store: null } }],
  ['appOrigins', { appOrigins: null }],
  ['appOrigins', { appOrigins: 'https://app.example.com' }],
  ['states', { states: null }],
  ['states', { states: {} }],
])('throws at start-up for a wrong %s', (name, options) => {
  expect(() => makeHandler(options as never)).toThrow(new RegExp(name));
});

it.each([
  [{}],
  [null],
  ['signed'],
  [{ io_signature: '', io_timestamp: 1_775_653_748 }],
  [{ io_signature: 'a', io_timestamp: Number.NaN }],
  [{ io_signature: 'a', io_timestamp: '1775653748' }],
  [{ io_signature: Promise.resolve('a'), io_timestamp: 1_775_653_748 }],
])('a signer of the app’s own that answers %j is a 500 that onError hears of', async (answer) => {
  const onError = vi.fn();
  const signer = { partnerId, sign: async () => answer as never };

  expect((await makeHandler({ signer, onError })(ask())).status).toBe(500);

  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ name: 'TypeError' }));
});

describe('a signer that is made at the first request', () => {
  it('is made once, and not before', async () => {
    const signer = countingSigner();
    const make = vi.fn(() => signer);
    const handle = makeHandler({ signer: make });
    expect(make).not.toHaveBeenCalled();

    await handle(ask());
    await handle(ask());

    expect(make).toHaveBeenCalledTimes(1);
    expect(signer.asked).toBe(2);
  });

  it('may lack its secret until then: 500, told to onError by the name of what is missing', async () => {
    const onError = vi.fn();
    let platformSecret: string | undefined;
    const handle = makeHandler({
      onError,
      signer: () => createIoSigner({ partnerId: 'aAbBcCPA', platformSecret }),
    });

    expect((await handle(ask())).status).toBe(500);
    expect(onError.mock.calls[0]![0].message).toMatch(/^platformSecret is missing/);
    platformSecret = 'there by now';

    expect((await handle(ask())).status).toBe(200);
  });

  it('is not made for those who are not let in', async () => {
    const make = vi.fn(countingSigner);

    await makeHandler({ signer: make, authorize: () => false })(ask());

    expect(make).not.toHaveBeenCalled();
  });

  it('must be one', async () => {
    const onError = vi.fn();

    const response = await makeHandler({ onError, signer: () => ({}) as never })(ask());

    expect(response.status).toBe(500);
    expect(onError.mock.calls[0]![0].message).toMatch(/signer must be an IoSigner/);
  });
});

describe('what hangs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const never = () => new Promise<never>(() => {});
  const user = () => ({ user: 'anna' });

  it.each<[what: string, options: Partial<IoSignatureHandlerOptions>]>([
    ['the login', { authorize: never }],
    [
      'the rate limit',
      { authorize: user, rateLimit: { limit: 1, windowSeconds: 1, store: { claim: never } } },
    ],
    [
      'the store of the seconds',
      { signer: createIoSigner({ partnerId, platformSecret, store: { claim: never } }) },
    ],
    ['minting', { authorize: user, states: { mint: never } }],
  ])('such as %s is 503 with Retry-After after 10 seconds, and told', async (_what, options) => {
    const onError = vi.fn();
    const answered = makeHandler({ onError, ...options })(ask());
    const whenAnswered = vi.fn();
    void answered.then(whenAnswered);
    await vi.advanceTimersByTimeAsync(9999);
    expect(whenAnswered).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(1);

    const response = await answered;
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(onError.mock.calls).toEqual([[expect.objectContaining({ name: 'DeadlineError' })]]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('spends no second once the time is up', async () => {
    const claims: string[] = [];
    let answerClaim = (_isOurs: boolean) => {};
    const store = {
      claim: (key: string) => {
        claims.push(key);
        return new Promise<boolean>((resolve) => {
          answerClaim = resolve;
        });
      },
    };
    const signer = createIoSigner({ partnerId, platformSecret, store });
    const answered = makeHandler({ signer })(ask());
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await answered).status).toBe(503);

    answerClaim(false);
    await vi.advanceTimersByTimeAsync(10_000);

    expect(claims).toHaveLength(1);
  });

  it('leaves no timer behind when all went well', async () => {
    expect((await makeHandler()(ask())).status).toBe(200);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a request whose browser has gone', () => {
  it.each(['before', 'while the login is asked'])('%s: no signature is made', async (when) => {
    const signer = countingSigner();
    const gone = new AbortController();
    if (when === 'before') gone.abort();
    const authorize = async () => {
      gone.abort();
      return true;
    };

    const response = await makeHandler({ signer, authorize })(ask({}, { signal: gone.signal }));

    expect(response.status).toBe(503);
    expect(signer.asked).toBe(0);
  });
});
