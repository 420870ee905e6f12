// @vitest-environment node
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import fc from 'fast-check';
import {
  createPartnerApi,
  isPartnerApiError,
  type PartnerApi,
  type PartnerApiError,
} from 'react-360dialog-connect/server';
import { describe, expect, it } from 'vitest';
import { apiOf, failureOf, partnerId, startHub, unlimited } from './hub';

const json = (body: unknown, status = 400) => Response.json(body, { status });

describe('a refusal', () => {
  it.each([
    ['meta', json({ meta: { success: false, developer_message: 'No such thing' } })],
    ['error', json({ error: { message: 'No such thing' } })],
    ['message', json({ message: 'No such thing' })],
    ['text', new Response('No such thing\n', { status: 400 })],
  ])('is read in the form of %s', async (_, response) => {
    const api = await apiOf(() => response);

    const error = (await failureOf(api.getPartner())) as PartnerApiError;

    expect(isPartnerApiError(error)).toBe(true);
    expect(error).toMatchObject({
      status: 400,
      code: 'refused',
      developerMessage: 'No such thing',
    });
    expect(error.message).toBe(
      'Partner API, getPartner: 360dialog answered 400 (refused). See developerMessage.',
    );
  });

  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [409, 'refused'],
    [429, 'rate_limited'],
    [500, 'unavailable'],
    [302, 'malformed_answer'],
  ])('with %i has the code %s', async (status, code) => {
    const headers = { Location: 'https://elsewhere.example/' };
    const api = await apiOf(() => new Response(null, { status, headers }));

    const error = await failureOf(api.createApiKey('y9MiLoCH'));

    expect(error).toMatchObject({ status, code, developerMessage: '' });
    expect(error).not.toHaveProperty('retryAfterSeconds');
  });

  it.each([
    ['7', 7],
    ['0', 0],
    [new Date(Date.now() + 90_000).toUTCString(), expect.closeTo(90, -1)],
    ['soon', undefined],
    ['-5', undefined],
  ])('tells how long to wait by Retry-After: %s', async (value, seconds) => {
    const api = await apiOf(
      () => new Response(null, { status: 429, headers: { 'Retry-After': value } }),
    );

    const error = (await failureOf(api.createApiKey('y9MiLoCH'))) as PartnerApiError;

    expect(error.retryAfterSeconds).toEqual(seconds);
  });

  it('has at most 500 characters of what 360dialog says, on one line', async () => {
    const api = await apiOf(() => new Response('a\r\nb'.repeat(1000), { status: 400 }));

    const { developerMessage } = (await failureOf(api.getPartner())) as PartnerApiError;

    expect(developerMessage).toHaveLength(500);
    expect(developerMessage).toMatch(/^a ba b/);
  });
});

describe('an answer', () => {
  it.each([
    ['no JSON', () => new Response('<html>')],
    ['nothing', () => new Response(null, { status: 204 })],
    ['no object', () => Response.json(null)],
    ['no ID', () => Response.json({ brand_name: 'Bluebird' })],
    ['an ID that lost its digits', () => Response.json({ id: 2 ** 60 })],
  ])('with %s is malformed', async (_, answer) => {
    const api = await apiOf(answer);

    const error = (await failureOf(api.getPartner())) as PartnerApiError;

    expect(error).toMatchObject({ code: 'malformed_answer', status: 200 });
    expect(error.developerMessage).toMatch(/^(id|The answer) is (not as documented|no JSON)\.$/);
  });

  it('keeps what nobody knows yet, and does without what is odd', async () => {
    const answer = { id: 'x', brand_name: ['?'], extra: { deep: [1] } };
    const api = await apiOf(() => Response.json(answer));

    const partner = await api.getPartner();

    expect(partner).toMatchObject({ id: 'x', brandName: null, webhookUrl: null, raw: answer });
  });

  it('that does not come is a timeout, and counts to its last byte', async () => {
    const api = await apiOf(
      () => new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(1)) })),
      { timeoutSeconds: 0.2 },
    );

    expect(await failureOf(api.createApiKey('y9MiLoCH'))).toMatchObject({
      code: 'timeout',
      status: 0,
    });
  });

  it('from nowhere says which system error it was', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.close();
    const api = createPartnerApi({ partnerId, apiKey: 'key', baseUrl, limiter: unlimited });

    const error = await failureOf(api.createApiKey('y9MiLoCH'));

    expect(error).toMatchObject({ code: 'unreachable', developerMessage: 'ECONNREFUSED' });
    expect(error).not.toHaveProperty('cause');
  });

  it('that nobody waits for any more ends with the reason of the signal', async () => {
    const api = await apiOf(() => new Promise<Response>(() => {}));
    const controller = new AbortController();
    const call = api.getPartner({ signal: controller.signal });

    controller.abort(new Error('gone'));

    await expect(call).rejects.toThrow('gone');
  });
});

/** Everything that a log may show of a value. */
const shown = (value: unknown): string =>
  [
    inspect(value, { depth: 10, showHidden: false }),
    JSON.stringify(value),
    String(value),
    (value as Error).stack,
    JSON.stringify(Object.entries(Object(value))),
  ].join('\n');

describe('a secret', () => {
  const apiKey = 'pk-Very+Secret/1';
  const client = { name: 'Ada Lovelace', email: 'ada@tenant.example', userName: 'ada-user' };
  const ids = ['y9MiLoCH', 'oaY9LLfUCL'];
  type Case = { name: string; call: (api: PartnerApi) => Promise<unknown>; sent: string[] };
  const cases: Case[] = [
    { name: 'getPartner', call: (api) => api.getPartner(), sent: [] },
    { name: 'createApiKey', call: (api) => api.createApiKey(ids[0]!), sent: [ids[0]!] },
    {
      name: 'createClient',
      call: (api) => api.createClient(client),
      sent: Object.values(client),
    },
    { name: 'listPermissions', call: (api) => api.listPermissions(ids[1]!), sent: [ids[1]!] },
    { name: 'getChannel', call: (api) => api.getChannel(ids[0]!), sent: [ids[0]!] },
  ];
  /** What 360dialog might say: the words, in one of the forms that its errors have. */
  const saying = fc
    .record({
      words: fc.shuffledSubarray([apiKey, ...Object.values(client), ...ids, '+493055500101']),
      glue: fc.constantFrom(' ', ': "', '","', '/', '\n'),
      form: fc.constantFrom<(text: string) => string>(
        (text) => text,
        (text) => JSON.stringify({ message: text }),
        (text) => JSON.stringify({ meta: { developer_message: text } }),
        (text) => JSON.stringify({ error: { message: encodeURIComponent(text) } }),
        (text) => JSON.stringify({ api_key: text }),
      ),
    })
    .map(({ words, glue, form }) => form(words.join(glue)));

  it.each(cases)('shows in no error of $name, even where 360dialog repeats it', async (each) => {
    await fc.assert(
      fc.asyncProperty(saying, async (body) => {
        const fetch = async () => new Response(body, { status: 400 });
        const api = createPartnerApi({ partnerId, apiKey, fetch, limiter: unlimited });

        const output = shown(await failureOf(each.call(api)));

        for (const word of [apiKey, client.email, '+493055500101', ...each.sent]) {
          expect(output).not.toContain(word);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('shows in no error of a network, whatever that carries', async () => {
    const fetch = async (request: Request) => {
      throw Object.assign(new Error(apiKey), { request, code: apiKey, cause: { code: apiKey } });
    };
    const api = createPartnerApi({ partnerId, apiKey, fetch, limiter: unlimited });

    const error = await failureOf(api.createClient(client));

    expect(error).toMatchObject({ code: 'unreachable', developerMessage: '' });
    for (const word of [apiKey, ...Object.values(client)]) expect(shown(error)).not.toContain(word);
  });

  it('shows in nothing that can be printed of the client', async () => {
    for (const credential of [{ apiKey }, { token: apiKey }]) {
      const api = createPartnerApi({ partnerId, ...credential });

      expect(shown(api)).not.toContain(apiKey);
    }
  });

  it('is there in a new API key by name, and nowhere else', async () => {
    const answer = { id: 'k', app_id: 'a', address: 'https://waba.example', api_key: 'one-time' };
    for (const body of [answer, { api_keys: [answer] }]) {
      const api = await apiOf(() => Response.json(body, { status: 201 }));

      const made = await api.createApiKey('y9MiLoCH');

      expect(made.apiKey).toBe('one-time');
      expect(made).toMatchObject({ id: 'k', appId: 'a', address: 'https://waba.example' });
      expect(shown(made)).not.toContain('one-time');
    }
  });

  it.each(['http://waba.example', 'javascript:1', 42, undefined])(
    'of a channel is never sent to the address %s, and the key is not lost for it',
    async (address) => {
      const api = await apiOf(() => Response.json({ address, api_key: 'one-time' }));

      const made = await api.createApiKey('y9MiLoCH');

      expect(made.address).toBe('https://waba-v2.360dialog.io');
      expect(made.apiKey).toBe('one-time');
    },
  );

  it('does not follow a redirect to another place', async () => {
    const seen: string[] = [];
    const elsewhere = await startHub();
    const api = await apiOf((request) => {
      seen.push(request.url);
      return Response.redirect(`${elsewhere.url}/api/v2/partners/${partnerId}`, 307);
    });

    expect(await failureOf(api.getPartner())).toMatchObject({ status: 307 });
    expect(seen).toHaveLength(1);
    expect(elsewhere.requests).toEqual([]);
  });
});

describe('an option', () => {
  it.each([
    [{ partnerId: 'a/b' }, 'partnerId'],
    [{ partnerId: undefined }, 'partnerId'],
    [{ apiKey: undefined }, 'apiKey is missing'],
    [{ apiKey: '' }, 'apiKey is missing'],
    [{ apiKey: 'hidden\n' }, 'apiKey has blanks'],
    [{ apiKey: undefined, token: 'hidden ä' }, 'token has blanks'],
    [{ token: 'hidden' }, 'apiKey and token'],
    [{ baseUrl: 'http://hub.example/api' }, 'baseUrl'],
    [{ baseUrl: 'https://hidden:hidden@hub.example' }, 'baseUrl'],
    [{ baseUrl: 'https://hub.example/?a' }, 'baseUrl'],
    [{ baseUrl: 1 }, 'baseUrl'],
    [{ fetch: {} }, 'fetch'],
    [{ limiter: {} }, 'limiter'],
    [{ timeoutSeconds: 0 }, 'timeoutSeconds'],
    [{ timeoutSeconds: Number.NaN }, 'timeoutSeconds'],
  ])('that cannot be right is refused at the start: %j', (option, text) => {
    const make = () => createPartnerApi({ partnerId, apiKey: 'key', ...option } as never);

    expect(make).toThrow(TypeError);
    expect(make).toThrow(text);
    expect(make).not.toThrow('hidden');
  });
});
