// @vitest-environment node
import {
  memoryStore,
  type Store,
  type WebhookEvent,
  type WebhookHandlerOptions,
  webhookHandler,
} from 'react-360dialog-connect/server';
import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { hostileBodies } from './hostile-bodies';
import { channelEvent, platformSecret, signWebhook, webhook } from './send-webhook';

const handle = vi.fn(async (_event: WebhookEvent): Promise<unknown> => undefined);
const onError = vi.fn();

afterEach(() => {
  vi.useRealTimers();
  handle.mockReset();
  onError.mockReset();
});

const make = (options: Partial<WebhookHandlerOptions> = {}) =>
  webhookHandler({
    platformSecret,
    store: memoryStore(),
    on: { channel_running: handle },
    onError,
    ...options,
  });

const told = async (response: Response) => ({
  status: response.status,
  body: await response.json(),
});

/** Has the next event handled until the test says otherwise. WebCrypto takes real time before that. */
function handleUntil(work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = deferred();
  handle.mockImplementationOnce(() => {
    resolve();
    return work;
  });
  return promise;
}

/** A promise that the test settles. */
function deferred() {
  let resolve!: () => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('a refusal', () => {
  it.each(['GET', 'PUT', 'HEAD', 'OPTIONS', 'DELETE'])('is 405 for %s', async (method) => {
    const response = await make()(new Request('https://app.example/', { method }));

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('is 401 without a signature, and with a wrong one', async () => {
    const handler = make();
    const body = channelEvent('evt-1');

    expect(await told(await handler(webhook(body, null)))).toEqual({
      status: 401,
      body: { error: 'unauthorized' },
    });
    expect(await told(await handler(webhook(body, signWebhook(body, 'other'))))).toEqual({
      status: 401,
      body: { error: 'unauthorized' },
    });
    expect(handle).not.toHaveBeenCalled();
    expect(onError.mock.calls.map(([error]) => error.code)).toEqual([
      'signature_missing',
      'signature_mismatch',
    ]);
  });

  it('is 400 for what cannot be read, and 413 for what is too large', async () => {
    const handler = make();

    expect(await told(await handler(webhook('[]')))).toEqual({
      status: 400,
      body: { error: 'bad_request' },
    });
    expect(await told(await handler(webhook('x'.repeat(1_048_577))))).toEqual({
      status: 413,
      body: { error: 'content_too_large' },
    });
  });

  it('is 500 where the body was read before', async () => {
    const request = webhook(channelEvent('evt-1'));
    await request.text();

    expect((await make()(request)).status).toBe(500);
    expect(onError.mock.calls[0]![0]).toBeInstanceOf(TypeError);
  });

  it('is answered as JSON that nobody stores', async () => {
    const { headers } = await make()(webhook('[]'));

    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(hostileBodies)('or an answer comes of a body with %s', async (_, body, out) => {
    const { status } = await make({ onUnknown: handle })(webhook(body));

    expect(status).toBe(typeof out === 'string' ? 400 : 200);
  });
});

describe('an event', () => {
  it('is given to its handler, and then answered', async () => {
    const response = await make()(webhook(channelEvent('evt-1')));

    expect(await told(response)).toEqual({ status: 200, body: { ok: true } });
    expect(handle).toHaveBeenCalledOnce();
    expect(handle.mock.calls[0]![0]).toMatchObject({ id: 'evt-1', channelId: 'y9MiLoCH' });
  });

  it('is not answered before its handler has succeeded', async () => {
    const { promise, resolve } = deferred();
    const started = handleUntil(promise);
    let isAnswered = false;

    const response = make()(webhook(channelEvent('evt-1'))).then((answer) => {
      isAnswered = true;
      return answer;
    });
    await started;
    expect(isAnswered).toBe(false);
    resolve();

    expect((await response).status).toBe(200);
  });

  it('is handled once, however often it comes', async () => {
    const handler = make();

    for (let count = 0; count < 5; count++) {
      expect((await handler(webhook(channelEvent('evt-1')))).status).toBe(200);
    }

    expect(handle).toHaveBeenCalledOnce();
  });

  it('is handled once by several processes with one store', async () => {
    const store = memoryStore();
    const { promise, resolve } = deferred();
    handle.mockReturnValue(promise);
    const statuses: number[] = [];

    await Promise.all(
      Array.from({ length: 5 }, async () => {
        const { status } = await make({ store })(webhook(channelEvent('evt-1')));
        // The one that handles it is the last to answer.
        if (statuses.push(status) === 4) resolve();
      }),
    );

    expect(handle).toHaveBeenCalledOnce();
    expect(statuses).toEqual([503, 503, 503, 503, 200]);
  });

  it('that is being handled is told to come again', async () => {
    const { promise, resolve } = deferred();
    const started = handleUntil(promise);
    const handler = make();
    const first = handler(webhook(channelEvent('evt-1')));
    await started;

    const second = await handler(webhook(channelEvent('evt-1')));
    resolve();

    expect(await told(second)).toEqual({ status: 503, body: { error: 'busy' } });
    expect(second.headers.get('retry-after')).toBe('5');
    expect((await first).status).toBe(200);
    expect((await handler(webhook(channelEvent('evt-1')))).status).toBe(200);
    expect(handle).toHaveBeenCalledOnce();
    expect(onError).not.toHaveBeenCalled();
  });

  it('whose handler failed is handled again at once', async () => {
    const failure = new Error('the database is away');
    handle.mockRejectedValueOnce(failure);
    const handler = make();

    const first = await handler(webhook(channelEvent('evt-1')));
    const second = await handler(webhook(channelEvent('evt-1')));

    expect(await told(first)).toEqual({ status: 500, body: { error: 'internal_error' } });
    expect(second.status).toBe(200);
    expect(handle).toHaveBeenCalledTimes(2);
    expect(onError.mock.calls).toEqual([[failure]]);
  });

  it('whose handler throws at once, or something that is no error, is 500, too', async () => {
    const on = {
      channel_running: () => {
        throw undefined;
      },
      channel_live: () => Promise.reject({ name: 'WebhookError', code: 'signature_missing' }),
    };
    const handler = make({ on });

    expect((await handler(webhook(channelEvent('evt-1')))).status).toBe(500);
    expect((await handler(webhook(channelEvent('evt-2', 'channel_live')))).status).toBe(500);
  });

  it('is remembered for 30 days', async () => {
    vi.useFakeTimers();
    const handler = make();
    await handler(webhook(channelEvent('evt-1')));

    vi.advanceTimersByTime(29 * 86_400_000);
    await handler(webhook(channelEvent('evt-1')));
    expect(handle).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(31 * 86_400_000);
    await handler(webhook(channelEvent('evt-1')));

    expect(handle).toHaveBeenCalledTimes(2);
  });

  it('is another one with another ID', async () => {
    const handler = make();

    await handler(webhook(channelEvent('evt-1')));
    await handler(webhook(channelEvent('evt-2')));

    expect(handle).toHaveBeenCalledTimes(2);
  });

  it('without an ID is told by its bytes', async () => {
    const handler = make({ on: { channel_running: handle, channel_live: handle } });
    const running = JSON.stringify({ event: 'channel_running', id: 'y9MiLoCH' });
    const live = JSON.stringify({ event: 'channel_live', id: 'y9MiLoCH' });

    for (const body of [running, live, running]) await handler(webhook(body));

    expect(handle.mock.calls.map(([event]) => event.event)).toEqual([
      'channel_running',
      'channel_live',
    ]);
  });

  it('of one partner is another one than that of another with its ID', async () => {
    const handler = make({
      platformSecret: undefined,
      partners: [
        { partnerId: 'directPA', platformSecret: 'direct' },
        { partnerId: 'partnerPA', platformSecret: 'partner' },
      ],
    });
    const body = channelEvent('1');

    for (const secret of ['direct', 'partner', 'direct']) {
      await handler(webhook(body, signWebhook(body, secret)));
    }

    expect(handle.mock.calls.map(([{ partnerId }]) => partnerId)).toEqual([
      'directPA',
      'partnerPA',
    ]);
  });

  it('that is documented and has no handler is acknowledged, without the store', async () => {
    const claim = vi.fn();
    const store = { ...memoryStore(), claim } as Store;

    const response = await make({ store })(webhook(channelEvent('evt-1', 'channel_live')));

    expect(response.status).toBe(200);
    expect(claim).not.toHaveBeenCalled();
  });

  it('of an unknown name goes to onUnknown, or is acknowledged', async () => {
    const body = channelEvent('evt-1', 'channel_paused');
    const onUnknown = vi.fn();

    expect((await make()(webhook(body))).status).toBe(200);
    expect((await make({ onUnknown })(webhook(body))).status).toBe(200);

    expect(onUnknown).toHaveBeenCalledOnce();
    expect(onUnknown.mock.calls[0]![0]).toMatchObject({ kind: 'unknown', channelId: 'y9MiLoCH' });
    expect(handle).not.toHaveBeenCalled();
  });

  it('is given to a method of a class with its object', async () => {
    class Handlers {
      #seen: string[] = [];

      channel_running({ channelId }: { channelId: string }) {
        this.#seen.push(channelId);
      }

      seen() {
        return this.#seen;
      }
    }
    const on = new Handlers();

    await make({ on })(webhook(channelEvent('evt-1')));

    expect(on.seen()).toEqual(['y9MiLoCH']);
  });
});

describe('the lease', () => {
  it('ends a wait: the signal aborts, and 360dialog is told to come again', async () => {
    vi.useFakeTimers();
    const started = deferred();
    let signal!: AbortSignal;
    const on = {
      channel_running: (_: unknown, context: { signal: AbortSignal }) => {
        signal = context.signal;
        started.resolve();
        return new Promise(() => {});
      },
    };
    const answer = make({ on })(webhook(channelEvent('evt-1')));
    await started.promise;

    await vi.advanceTimersByTimeAsync(59_000);
    expect(signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);

    expect((await answer).status).toBe(503);
    expect((await answer).headers.get('retry-after')).toBe('5');
    expect(signal.aborted).toBe(true);
    expect(String(onError.mock.calls[0]![0])).toMatch(/not handled within 60 seconds/);
  });

  it('passes on after leaseSeconds, such as when a process was killed in its handler', async () => {
    vi.useFakeTimers();
    const store = memoryStore();
    const [killed, other] = [make({ store, leaseSeconds: 7 }), make({ store, leaseSeconds: 7 })];
    const started = handleUntil(new Promise(() => {}));
    void killed(webhook(channelEvent('evt-1')));
    await started;
    await vi.advanceTimersByTimeAsync(6_000);

    expect((await other(webhook(channelEvent('evt-1')))).status).toBe(503);
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await other(webhook(channelEvent('evt-1')))).status).toBe(200);

    expect(handle).toHaveBeenCalledTimes(2);
  });

  it('is not given back for somebody else by a handler that fails after its end', async () => {
    vi.useFakeTimers();
    const store = memoryStore();
    const release = vi.spyOn(store, 'release');
    const { promise, reject } = deferred();
    const started = handleUntil(promise);
    const late = make({ store })(webhook(channelEvent('evt-1')));
    await started;
    await vi.advanceTimersByTimeAsync(60_000);
    await late;

    reject(new Error('late'));
    await vi.advanceTimersByTimeAsync(0);

    expect(release).not.toHaveBeenCalled();
    expect(onError.mock.calls.map(([error]) => error.message)).toContain('late');
  });

  it('has a handler that succeeds after its end remembered', async () => {
    vi.useFakeTimers();
    const { promise, resolve } = deferred();
    const started = handleUntil(promise);
    const handler = make();
    const late = handler(webhook(channelEvent('evt-1')));
    await started;
    await vi.advanceTimersByTimeAsync(60_000);
    await late;

    resolve();
    await vi.advanceTimersByTimeAsync(0);

    expect((await handler(webhook(channelEvent('evt-1')))).status).toBe(200);
    expect(handle).toHaveBeenCalledOnce();
  });
});

describe('a store that fails', () => {
  const away = new Error('the store is away');
  const failing = (...verbs: (keyof Store)[]) => {
    const store = memoryStore();
    for (const verb of verbs) vi.spyOn(store, verb).mockRejectedValue(away);
    return store;
  };

  it.each(['claim', 'take'] as const)('at %s has nothing handled: 500', async (verb) => {
    const response = await make({ store: failing(verb) })(webhook(channelEvent('evt-1')));

    expect(response.status).toBe(500);
    expect(handle).not.toHaveBeenCalled();
    expect(onError.mock.calls).toEqual([[away]]);
  });

  it.each(['put', 'release'] as const)('at %s does not turn a success around', async (verb) => {
    const handler = make({ store: failing(verb) });

    expect((await handler(webhook(channelEvent('evt-1')))).status).toBe(200);
    expect(onError.mock.calls).toEqual([[away]]);
    expect((await handler(webhook(channelEvent('evt-1')))).status).toBe(503);
    expect(handle).toHaveBeenCalledOnce();
  });

  it('for a moment forgets nothing', async () => {
    const store = memoryStore();
    const put = vi.spyOn(store, 'put');
    const handler = make({ store });
    await handler(webhook(channelEvent('evt-1')));
    put.mockRejectedValueOnce(away);

    const whileAway = await handler(webhook(channelEvent('evt-1')));
    const after = await handler(webhook(channelEvent('evt-1')));

    expect([whileAway.status, after.status]).toEqual([500, 200]);
    expect(handle).toHaveBeenCalledOnce();
  });

  it.each([undefined, 1, 'OK', null])('and answers %j to a claim lets nobody in', async (reply) => {
    const store = { ...memoryStore(), claim: async () => reply as unknown as boolean };

    expect((await make({ store })(webhook(channelEvent('evt-1')))).status).toBe(500);
    expect(handle).not.toHaveBeenCalled();
  });
});

describe('record', () => {
  it('gets each genuine delivery as it came, and no other', async () => {
    const record = vi.fn();
    const handler = make({ record });
    const body = channelEvent('evt-1', 'channel_paused');

    await handler(webhook(body, null));
    await handler(webhook(body, 'f'.repeat(64)));
    await handler(webhook(body));
    await handler(webhook(body));

    expect(record).toHaveBeenCalledTimes(2);
    const [delivery] = record.mock.calls[0]!;
    expect(new TextDecoder().decode(delivery.body)).toBe(body);
    expect(delivery.signature).toBe(signWebhook(body));
    expect(Math.abs(Date.now() - delivery.receivedAtMs)).toBeLessThan(60_000);
  });

  it('changes nothing by what it throws, or does to the bytes', async () => {
    const failure = new Error('disk full');
    const record = async ({ body }: { body: Uint8Array }) => {
      body.fill(0);
      throw failure;
    };

    expect((await make({ record })(webhook(channelEvent('evt-1')))).status).toBe(200);
    expect(handle).toHaveBeenCalledOnce();
    expect(onError.mock.calls).toEqual([[failure]]);
  });
});

describe('at start-up', () => {
  it.each([
    [{ platformSecret: undefined }, /^platformSecret is missing/],
    [{ platformSecret: '' }, /^platformSecret is missing/],
    [{ store: undefined }, /^store must have claim/],
    [{ store: { claim: () => true } }, /^store must have claim, release, put and take/],
    [{ on: undefined }, /^on must be a table/],
    [{ on: { channel_runing: () => {} } }, /^on: channel_runing is no documented event/],
    [{ on: { toString: () => {} } }, /^on: toString is no documented event/],
    [{ on: { channel_live: 'later' } }, /^on\.channel_live must be a function/],
    [{ onUnknown: true }, /^onUnknown must be a function/],
    [{ onError: 'log' }, /^onError must be a function/],
    [{ record: {} }, /^record must be a function/],
    [{ leaseSeconds: 0 }, /^leaseSeconds must be/],
    [{ leaseSeconds: 0.5 }, /^leaseSeconds must be/],
    [{ leaseSeconds: 3601 }, /^leaseSeconds must be/],
    [{ leaseSeconds: '60' }, /^leaseSeconds must be/],
  ])('%o is refused', (wrong, message) => {
    const start = () => make(wrong as Partial<WebhookHandlerOptions>);

    expect(start).toThrow(TypeError);
    expect(start).toThrow(message);
  });

  it('an event may be left out by undefined', () => {
    expect(() => make({ on: { channel_live: undefined } })).not.toThrow();
  });
});

it('a log that throws changes no answer', async () => {
  const handler = make({
    onError() {
      throw new Error('the log is full');
    },
  });

  expect((await handler(webhook('[]'))).status).toBe(400);
});

it('each handler is told the type of its event', () => {
  type On = WebhookHandlerOptions['on'];

  expectTypeOf<NonNullable<On['channel_live']>>().parameter(0).toHaveProperty('channelId');
  expectTypeOf<NonNullable<On['client_created']>>().parameter(0).toHaveProperty('email');
  expectTypeOf<keyof On>().toExtend<string>();
});
