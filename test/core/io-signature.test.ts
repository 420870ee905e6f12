import { ioSignatureFrom } from 'react-360dialog-connect';
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

    await expect(ioSignatureFrom('/sign')(request())).rejects.toBeInstanceOf(Error);
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
});
