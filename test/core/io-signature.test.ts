import { EndpointError, ioSignatureFrom } from 'react-360dialog-connect';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const signature = { io_signature: 'abc', io_timestamp: 1775653748 };
const fetchMock = vi.fn<typeof fetch>();
const request = () => ({ partnerId: 'p', signal: new AbortController().signal });
const json = (content: unknown, init?: ResponseInit) => new Response(JSON.stringify(content), init);

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock);
  fetchMock.mockReset().mockImplementation(async () => json(signature));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('ioSignatureFrom', () => {
  it('asks nothing until it is called, and then once each time', async () => {
    const fetchIoSignature = ioSignatureFrom('/api/io-signature');
    expect(fetchMock).not.toHaveBeenCalled();

    await fetchIoSignature(request());
    await fetchIoSignature(request());

    expect(fetchMock).toHaveBeenCalledTimes(2);
  });

  it('posts {} as JSON with the page’s own credentials, past caches and redirects', async () => {
    await expect(ioSignatureFrom('/api/io-signature')(request())).resolves.toEqual(signature);

    const [url, init] = fetchMock.mock.calls[0] ?? [];
    expect(url).toBe('/api/io-signature');
    expect(init).toMatchObject({
      method: 'POST',
      body: '{}',
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
    });
    expect(new Headers(init?.headers).get('content-type')).toBe('application/json');
  });

  it('lets the caller change the request', async () => {
    const init = { method: 'PUT', body: 'x', headers: { 'X-CSRF': '1' } };

    await ioSignatureFrom('/sign', init)(request());

    const sent = fetchMock.mock.calls[0]?.[1];
    expect(sent).toMatchObject({ method: 'PUT', body: 'x' });
    expect(Object.fromEntries(new Headers(sent?.headers))).toEqual({
      'content-type': 'application/json',
      'x-csrf': '1',
    });
  });

  it('sends no body with GET', async () => {
    await ioSignatureFrom('/sign', { method: 'get' })(request());

    expect(fetchMock.mock.calls[0]?.[1]?.body).toBeUndefined();
  });

  it('passes a minted state on, and nothing else', async () => {
    fetchMock.mockResolvedValue(json({ ...signature, state: 's', session: 'x' }));

    await expect(ioSignatureFrom('/sign')(request())).resolves.toEqual({
      ...signature,
      state: 's',
    });
  });

  it.each([401, 403, 404, 429, 500])('rejects an answer with status %i', async (status) => {
    fetchMock.mockResolvedValue(json(signature, { status }));

    await expect(ioSignatureFrom('/sign')(request())).rejects.toThrow(`answered ${status}`);
  });

  it.each([
    ['a login page', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['null', json(null)],
    ['other fields', json({ signature: 'abc', timestamp: 1 })],
    ['an empty signature', json({ ...signature, io_signature: '' })],
  ])('rejects %s', async (_what, response) => {
    fetchMock.mockResolvedValue(response);

    await expect(ioSignatureFrom('/sign')(request())).rejects.toMatchObject({
      name: expect.stringMatching(/^(Syntax|Type)Error$/),
    });
  });

  it('aborts the request when the attempt ends', async () => {
    const aborter = new AbortController();
    await ioSignatureFrom('/sign')({ partnerId: 'p', signal: aborter.signal });

    aborter.abort();

    expect(fetchMock.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
  });

  it('aborts the request after 30 seconds, or when the caller’s own signal says so', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    await ioSignatureFrom('/sign')(request());
    expect(timeout.mock.calls).toEqual([[30_000]]);

    const own = new AbortController();
    await ioSignatureFrom('/sign', { signal: own.signal })(request());
    own.abort();

    expect(timeout).toHaveBeenCalledTimes(1);
    expect(fetchMock.mock.calls[1]?.[1]?.signal?.aborted).toBe(true);
  });

  describe.each([
    ['a browser of today', () => {}],
    [
      'Safari before 16, without AbortSignal.any and AbortSignal.timeout',
      () => {
        Object.assign(AbortSignal, { any: undefined, timeout: undefined });
      },
    ],
  ])('in %s', (_browser, prepare) => {
    const { any, timeout } = AbortSignal;
    beforeEach(prepare);
    afterEach(() => void Object.assign(AbortSignal, { any, timeout }));
    const never = () => new Promise<never>(() => {});
    const signalOf = (call: number) => fetchMock.mock.calls[call]![1]!.signal!;

    it('fetches a signature', async () => {
      await expect(ioSignatureFrom('/sign')(request())).resolves.toEqual(signature);
    });

    it('stops with the attempt', () => {
      fetchMock.mockImplementation(never);
      const attempt = new AbortController();
      void ioSignatureFrom('/sign')({ partnerId: 'p', signal: attempt.signal });

      attempt.abort(new Error('closed'));

      expect(signalOf(0).reason).toEqual(new Error('closed'));
    });

    it('stops with the app’s own signal, also where that came before', () => {
      fetchMock.mockImplementation(never);
      const own = new AbortController();
      void ioSignatureFrom('/sign', { signal: own.signal })(request());
      void ioSignatureFrom('/sign', { signal: AbortSignal.abort('gone') })(request());

      own.abort('stop');

      expect([signalOf(0).reason, signalOf(1).reason]).toEqual(['stop', 'gone']);
    });
  });

  it('stops after 30 seconds where the browser has no AbortSignal.timeout', () => {
    vi.useFakeTimers();
    const { timeout } = AbortSignal;
    Object.assign(AbortSignal, { timeout: undefined });
    fetchMock.mockImplementation(() => new Promise(() => {}));
    void ioSignatureFrom('/sign')(request());
    Object.assign(AbortSignal, { timeout });

    vi.advanceTimersByTime(30_000);

    expect(fetchMock.mock.calls[0]![1]!.signal!.reason).toMatchObject({ name: 'TimeoutError' });
  });
});

describe('an endpoint that refuses', () => {
  const refusal = async (...answers: Response[]) => {
    fetchMock.mockReset();
    for (const answer of answers) fetchMock.mockResolvedValueOnce(answer);
    return ioSignatureFrom('/sign')(request()).then(
      () => 'signed',
      (error) => error,
    );
  };

  it('is an EndpointError that says how', async () => {
    const error = await refusal(
      json(
        { error: 'too_many_requests', client: 'secret' },
        { status: 429, headers: { 'Retry-After': '17' } },
      ),
    );

    expect(error).toBeInstanceOf(EndpointError);
    expect({ ...error }).toEqual({
      name: 'EndpointError',
      status: 429,
      error: 'too_many_requests',
      retryAfterSeconds: 17,
    });
    expect(error.message).toBe('The endpoint answered 429.');
    expect(fetchMock).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['HTML', new Response('<h1>secret</h1>', { status: 500 })],
    ['other JSON', json({ error: { message: 'secret' } }, { status: 500 })],
    ['a sentence', json({ error: 'Ana Lima may not.' }, { status: 500 })],
    ['a list', json(['secret'], { status: 500 })],
    ['null', json(null, { status: 500 })],
    ['a time to come again', json({}, { status: 500, headers: { 'Retry-After': 'Wed, 21' } })],
  ])('keeps none of what it answered: %s', async (_what, answer) => {
    const error = await refusal(answer);

    expect({ ...error }).toEqual({
      name: 'EndpointError',
      status: 500,
      error: undefined,
      retryAfterSeconds: undefined,
    });
  });

  describe('because it is busy', () => {
    beforeEach(() => void vi.useFakeTimers());
    const busy = (seconds?: string) =>
      json({ error: 'busy' }, { status: 503, headers: seconds ? { 'Retry-After': seconds } : {} });

    it.each([
      ['1', 1000],
      [undefined, 1000],
      ['3', 3000],
    ])('is asked once more after Retry-After %s', async (seconds, ms) => {
      const signed = refusal(busy(seconds), json(signature));
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(fetchMock).toHaveBeenCalledTimes(1);

      await vi.advanceTimersByTimeAsync(1);

      expect(await signed).toBe('signed');
      expect(fetchMock).toHaveBeenCalledTimes(2);
    });

    it('is not asked a third time', async () => {
      const refused = refusal(busy(), busy('7'));

      await vi.advanceTimersByTimeAsync(60_000);

      expect(await refused).toMatchObject({ status: 503, retryAfterSeconds: 7 });
      expect(fetchMock).toHaveBeenCalledTimes(2);
    });

    it('is left alone where it wants more patience than a client has', async () => {
      expect(await refusal(busy('6'))).toMatchObject({ status: 503, retryAfterSeconds: 6 });
    });

    it('is not asked again for an attempt that has ended meanwhile', async () => {
      fetchMock.mockResolvedValueOnce(busy());
      const attempt = new AbortController();
      const signed = ioSignatureFrom('/sign')({ partnerId: 'p', signal: attempt.signal });
      await vi.advanceTimersByTimeAsync(500);

      attempt.abort('closed');

      await expect(signed).rejects.toBe('closed');
      await vi.advanceTimersByTimeAsync(5000);
      expect(fetchMock).toHaveBeenCalledTimes(1);
    });
  });
});
