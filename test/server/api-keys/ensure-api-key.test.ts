// @vitest-environment node
import { inspect } from 'node:util';
import { ensureApiKey, memoryKeys } from 'react-360dialog-connect/server';
import { describe, expect, it } from 'vitest';
import { issueChannelKey } from '../../../src/sandbox/state/channel-keys';
import { failureOf } from '../partner-api/hub';
import { channelId, messagingWebhook, startChannel } from './channel';

describe('ensureApiKey', () => {
  it('makes a key, stores it, and sets its messaging webhook, in this order', async () => {
    const { ensure, keys, requests, validKey } = await startChannel();

    const ensured = await ensure({ messagingWebhook });

    expect(ensured).toEqual({ address: expect.stringContaining('http://'), isNew: true });
    expect(ensured.apiKey).toBe(validKey()!.apiKey);
    expect((await keys.get(channelId))!.apiKey).toBe(ensured.apiKey);
    expect(validKey()!.webhook).toEqual(messagingWebhook);
    expect(requests).toEqual([
      `POST /api/v2/partners/aAbBcCPA/channels/${channelId}/api_keys`,
      'POST /v1/configs/webhook',
      'GET /v1/configs/webhook',
    ]);
  });

  it('has stored the key before it does anything else with it', async () => {
    const { ensure, keys, validKey } = await startChannel();
    const storedKeys: unknown[] = [];
    const fetch = async (request: Request) => {
      storedKeys.push((await keys.get(channelId))?.apiKey);
      return globalThis.fetch(request);
    };

    await ensure({ messagingWebhook, fetch });

    expect(storedKeys).toEqual([validKey()!.apiKey, validKey()!.apiKey]);
  });

  it('gives the stored key without any request, once it is settled', async () => {
    const { ensure, requests } = await startChannel();
    const first = await ensure({ messagingWebhook });
    requests.length = 0;

    const second = await ensure({ messagingWebhook });

    expect(second).toMatchObject({ address: first.address, isNew: false });
    expect(second.apiKey).toBe(first.apiKey);
    expect(requests).toEqual([]);
  });

  it('makes one key for many calls at once', async () => {
    const { ensure, madeKeys } = await startChannel();

    const all = await Promise.all(Array.from({ length: 20 }, () => ensure({ messagingWebhook })));

    expect(new Set(all.map(({ apiKey }) => apiKey)).size).toBe(1);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(madeKeys()).toBe(1);
  });

  it('rejects with the refusal of 360dialog, leaves nothing behind, and makes it later', async () => {
    const { ensure, keys, state } = await startChannel();
    const permissions = state.permissions.get('aAbBcCPA')!;
    permissions.delete(channelId);

    const error = await failureOf(ensure({ messagingWebhook }));

    expect(error).toMatchObject({ name: 'PartnerApiError', code: 'forbidden' });
    expect(await keys.get(channelId)).toBeNull();
    permissions.add(channelId);
    expect(await ensure({ messagingWebhook })).toMatchObject({ isNew: true });
  });

  it('sets the messaging webhook again where address or headers have changed', async () => {
    const { ensure, validKey, madeKeys } = await startChannel();
    await ensure({ messagingWebhook });

    await ensure({ messagingWebhook: { ...messagingWebhook, headers: { 'X-From': 'us' } } });

    expect(validKey()!.webhook).toEqual({ ...messagingWebhook, headers: { 'X-From': 'us' } });
    expect(madeKeys()).toBe(1);
  });

  it('sets a webhook for a key that had none, and keeps that of a call which names none', async () => {
    const { ensure, validKey, madeKeys } = await startChannel();
    await ensure();
    expect(validKey()!.webhook).toBeNull();

    await ensure({ messagingWebhook });
    await ensure();

    expect(validKey()!.webhook).toEqual(messagingWebhook);
    expect(madeKeys()).toBe(1);
  });

  it('says where the webhook is not set, keeps the key, and goes on with the next call', async () => {
    const { ensure, keys, madeKeys } = await startChannel();
    const fetch = async () => Response.json({ message: 'url is not reachable' }, { status: 400 });

    const error = await failureOf(ensure({ messagingWebhook, fetch }));

    expect(error).toMatchObject({
      name: 'ApiKeyError',
      code: 'webhook_not_set',
      status: 400,
      developerMessage: 'url is not reachable',
    });
    expect((await keys.get(channelId))!.messagingWebhook).toBeNull();
    expect(await ensure({ messagingWebhook })).toMatchObject({ isNew: false });
    expect(madeKeys()).toBe(1);
  });

  it('does not believe that the webhook is set before it has read it back', async () => {
    const { ensure, keys } = await startChannel();
    const fetch = async () => Response.json({ url: 'https://other.example/' });

    const error = await failureOf(ensure({ messagingWebhook, fetch }));

    expect(error).toMatchObject({ code: 'webhook_not_set', status: 0 });
    expect((await keys.get(channelId))!.messagingWebhook).toBeNull();
  });

  it('tries the messaging API again after a failure that passes', async () => {
    const { ensure, validKey } = await startChannel();
    let calls = 0;
    const fetch = async (request: Request) =>
      ++calls === 1 ? new Response('down', { status: 503 }) : globalThis.fetch(request);

    await ensure({ messagingWebhook, fetch });

    expect(validKey()!.webhook).toEqual(messagingWebhook);
  });

  it('does not take a key to another place by a redirect', async () => {
    const { ensure } = await startChannel();
    const asked: string[] = [];
    const fetch = async (request: Request) => {
      asked.push(`${request.redirect} ${new URL(request.url).pathname}`);
      return new Response(null, { status: 302, headers: { Location: 'https://evil.example/' } });
    };

    expect(await failureOf(ensure({ messagingWebhook, fetch }))).toMatchObject({ status: 302 });
    expect(asked).toEqual(['manual /v1/configs/webhook']);
  });
});

describe('rotate', () => {
  it('makes a new key with the same messaging webhook', async () => {
    const { ensure, keys, validKey } = await startChannel();
    const old = await ensure({ messagingWebhook });

    const rotated = await ensure({ messagingWebhook, rotate: true });

    expect(rotated.isNew).toBe(true);
    expect(rotated.apiKey).not.toBe(old.apiKey);
    expect(rotated.apiKey).toBe(validKey()!.apiKey);
    expect((await keys.get(channelId))!.apiKey).toBe(rotated.apiKey);
    expect(validKey()!.webhook).toEqual(messagingWebhook);
  });

  it('keeps the old key where 360dialog refuses, and finds it valid', async () => {
    const { ensure, state, requests } = await startChannel();
    const old = await ensure({ messagingWebhook });
    state.permissions.clear();
    expect(await failureOf(ensure({ rotate: true }))).toMatchObject({ code: 'forbidden' });
    requests.length = 0;

    const kept = [await ensure({ messagingWebhook }), await ensure({ messagingWebhook })];

    expect(kept.map(({ apiKey }) => apiKey)).toEqual([old.apiKey, old.apiKey]);
    expect(requests).toEqual(['GET /v1/configs/webhook']);
  });

  it('is made up for by the next call where its answer was lost', async () => {
    const { ensure, api, validKey } = await startChannel();
    const old = await ensure({ messagingWebhook });
    const lost = api({
      fetch: async (request) => {
        await fetch(request);
        throw new TypeError('connection reset');
      },
    });
    const error = await failureOf(ensure({ api: lost, rotate: true }));
    expect(error).toMatchObject({ code: 'unreachable' });

    const next = await ensure({ messagingWebhook });

    expect(next.apiKey).not.toBe(old.apiKey);
    expect(next.apiKey).toBe(validKey()!.apiKey);
    expect(validKey()!.webhook).toEqual(messagingWebhook);
  });
});

describe('verify', () => {
  it('replaces a key that a dead process’s late request has revoked', async () => {
    const { ensure, state, validKey } = await startChannel();
    await ensure({ messagingWebhook });
    issueChannelKey(state, channelId);

    const replaced = await ensure({ messagingWebhook, verify: true });

    expect(replaced.isNew).toBe(true);
    expect(replaced.apiKey).toBe(validKey()!.apiKey);
    expect(validKey()!.webhook).toEqual(messagingWebhook);
  });

  it('costs one cheap call where the key is valid', async () => {
    const { ensure, requests } = await startChannel();
    await ensure({ messagingWebhook });
    requests.length = 0;

    expect(await ensure({ messagingWebhook, verify: true })).toMatchObject({ isNew: false });
    expect(requests).toEqual(['GET /v1/configs/webhook']);
  });

  it('sets the messaging webhook again that somebody has changed', async () => {
    const { ensure, validKey } = await startChannel();
    await ensure({ messagingWebhook });
    validKey()!.webhook = { url: 'https://other.example/' };

    await ensure({ messagingWebhook, verify: true });

    expect(validKey()!.webhook).toEqual(messagingWebhook);
  });

  it.each([
    ['no answer', () => Promise.reject(new TypeError('fetch failed')), 0],
    ['500', async () => new Response('down', { status: 500 }), 500],
    ['the 400 of its rate limit', async () => new Response('slow down', { status: 400 }), 400],
  ])(
    'changes nothing after %s, which does not say that the key is dead',
    async (_, fetch, status) => {
      const { ensure, madeKeys } = await startChannel();
      const { apiKey } = await ensure({ messagingWebhook });

      const error = await failureOf(ensure({ verify: true, fetch }));

      expect(error).toMatchObject({ name: 'ApiKeyError', code: 'unchecked', status });
      expect((await ensure({ messagingWebhook })).apiKey).toBe(apiKey);
      expect(madeKeys()).toBe(1);
    },
  );

  it('makes no third key where the messaging API refuses two new ones', async () => {
    const { ensure, madeKeys } = await startChannel();
    const fetch = async () => new Response(null, { status: 401 });

    const error = await failureOf(ensure({ messagingWebhook, fetch }));

    expect(error).toMatchObject({ code: 'key_refused', status: 401 });
    expect(madeKeys()).toBe(2);
    expect(await ensure({ messagingWebhook })).toMatchObject({ isNew: false });
  });
});

describe('a call for a channel that is taken', () => {
  it('is given up after waitSeconds, and then blocks nobody', async () => {
    const { ensure, keys } = await startChannel();
    let end = () => {};
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    const holder = keys.lock(channelId, () => held, new AbortController().signal);

    const error = await failureOf(ensure({ waitSeconds: 0.05 }));

    expect(error).toMatchObject({ name: 'ApiKeyError', code: 'busy' });
    end();
    await holder;
    expect(await ensure()).toMatchObject({ isNew: true });
  });
});

describe('the secret', () => {
  it('is in what ensureApiKey and get give by name, and nowhere else', async () => {
    const { ensure, keys } = await startChannel();
    const ensured = await ensure({ messagingWebhook });
    const stored = await keys.get(channelId);

    const shown = [ensured, stored, { ...ensured }, { ...stored }, keys].map(
      (each) => JSON.stringify(each) + inspect(each, { depth: 9 }),
    );

    expect(ensured.apiKey).toMatch(/^sandbox-/);
    for (const text of shown) expect(text).not.toContain(ensured.apiKey);
  });

  it('shows in no error, and no header does, even where 360dialog repeats them', async () => {
    const { ensure } = await startChannel();
    const headers = { Authorization: 'Bearer word-of-ours' };
    const texts: string[] = [];
    const repeat = async (request: Request) => {
      const text = `${request.headers.get('D360-API-KEY')} ${await request.text()}`;
      texts.push(text);
      return new Response(text, { status: 400 });
    };
    const webhook = { ...messagingWebhook, headers };

    const error = await failureOf(ensure({ messagingWebhook: webhook, fetch: repeat }));

    const shown = inspect(error, { depth: 9 }) + JSON.stringify(error);
    expect(texts[0]).toMatch(/^sandbox-.*word-of-ours/);
    expect(shown).not.toMatch(/sandbox-|word-of-ours/);
  });
});

describe('an option that cannot be right', () => {
  it.each([
    ['api', { api: {} }],
    ['keys', { keys: {} }],
    ['channelId', { channelId: '../../clients' }],
    ['messagingWebhook.url', { messagingWebhook: { url: 'http://app.example/' } }],
    ['messagingWebhook.url', { messagingWebhook: {} }],
    ['messagingWebhook.headers', { messagingWebhook: { ...messagingWebhook, headers: { a: 1 } } }],
    ['messagingWebhook.headers', { messagingWebhook: { ...messagingWebhook, headers: 'a: b' } }],
    [
      'messagingWebhook.headers',
      { messagingWebhook: { ...messagingWebhook, headers: { a: 'b\n' } } },
    ],
    ['rotate', { rotate: 'yes' }],
    ['verify', { verify: 1 }],
    ['waitSeconds', { waitSeconds: 0 }],
    ['waitSeconds', { waitSeconds: 601 }],
    ['fetch', { fetch: 'fetch' }],
  ])('is refused by its name before anything is asked: %s', async (name, wrong) => {
    const { ensure, requests } = await startChannel();

    const error = await failureOf(ensure(wrong as never));

    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message.startsWith(name)).toBe(true);
    expect(requests).toEqual([]);
  });

  it('is refused where there are none at all', async () => {
    expect(await failureOf(ensureApiKey(undefined as never))).toBeInstanceOf(TypeError);
    expect(await failureOf(memoryKeys().get('a/b'))).toBeInstanceOf(TypeError);
  });
});
