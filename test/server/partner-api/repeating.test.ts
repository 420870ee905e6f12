// @vitest-environment node
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createPartnerApi } from 'react-360dialog-connect/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addClient } from '../../../src/sandbox/state/clients';
import {
  addClientWithChannels,
  all,
  apiOf,
  failureOf,
  partnerId,
  startHub,
  unlimited,
} from './hub';

const client = { name: 'Ada', email: 'Ada@tenant.example' };

describe('reading', () => {
  it('is repeated after a 500, and after a 429 when its Retry-After is over', async () => {
    const { api, requests } = await startHub({ partnerApiFaults: ['500', '429'] });

    const begunMs = performance.now();
    const partner = await api().getPartner();

    expect(partner.brandName).toBe('Bluebird Software');
    expect(requests).toHaveLength(3);
    expect(performance.now() - begunMs).toBeGreaterThan(990);
  });

  it('does not wait for a Retry-After that nobody can read', async () => {
    const answers = [
      new Response(null, { status: 503, headers: { 'Retry-After': 'soon' } }),
      Response.json({ id: partnerId }),
    ];
    const api = await apiOf(() => answers.shift()!);

    expect((await api.getPartner()).id).toBe(partnerId);
  });

  it('is not repeated where 360dialog wants a wait of more than a minute', async () => {
    let calls = 0;
    const api = await apiOf(() => {
      calls++;
      return new Response(null, { status: 429, headers: { 'Retry-After': '61' } });
    });

    expect(await failureOf(api.getPartner())).toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: 61,
    });
    expect(calls).toBe(1);
  });

  it('waits for its turn before each try', async () => {
    const { api } = await startHub({ partnerApiFaults: ['500'] });
    let turns = 0;
    const limiter = { acquire: async () => void turns++ };

    await api({ limiter }).getPartner();

    expect(turns).toBe(2);
  });

  it('is put off for all by a 429, and for 30 seconds where it has no Retry-After', async () => {
    const pauses: number[] = [];
    const limiter = {
      acquire: async () => {},
      pause: (seconds: number) => void pauses.push(seconds),
    };
    const answers = [{ 'Retry-After': '7' }, {}].map(
      (headers) => new Response(null, { status: 429, headers: headers as HeadersInit }),
    );
    const api = await apiOf(() => answers.shift()!, { limiter });

    await failureOf(api.createApiKey('y9MiLoCH'));
    await failureOf(api.createApiKey('y9MiLoCH'));

    expect(pauses).toEqual([7, 30]);
  });

  it('says so where the limiter fails, and sends nothing', async () => {
    const { api, requests } = await startHub();
    const cause = new Error('The store is down.');
    const limiter = { acquire: () => Promise.reject(cause) };

    const error = await failureOf(api({ limiter }).getPartner());

    expect(error).toMatchObject({ code: 'limiter_failed', status: 0, cause });
    expect(requests).toEqual([]);
  });
});

describe('what creates something', () => {
  it.each(['429', '500', '500-after'] as const)('is sent once, after a %s too', async (fault) => {
    const { api, state, requests } = await startHub();
    addClientWithChannels(state, 1);
    const number = { solutionId: '12345678901234', metaWabaId: '42', metaBusinessId: '7' };

    for (const call of [
      () => api().createApiKey('Ada0CH'),
      () => api().createClient(client),
      () => api().submitNumber(number),
    ]) {
      state.scenarios.set('*', { rateLimit: null, partnerApiFaults: [fault] });
      expect(await failureOf(call())).toMatchObject({ status: Number(fault.slice(0, 3)) });
    }

    expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(3);
  });

  it('is sent once where the connection breaks', async () => {
    let calls = 0;
    const server = createServer((socket) => {
      calls++;
      socket.destroy();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const api = createPartnerApi({ partnerId, apiKey: 'key', baseUrl, limiter: unlimited });

    expect(await failureOf(api.createApiKey('y9MiLoCH'))).toMatchObject({ code: 'unreachable' });
    expect(calls).toBe(1);
  });
});

describe('setting addresses', () => {
  it('is repeated, leaves the other address alone, and reads back what stands there', async () => {
    const { api, requests } = await startHub({ partnerApiFaults: ['500'] });
    await api().setUrls({ webhookUrl: 'https://app.example/hook' });

    const partner = await api().setUrls({ redirectUrl: 'https://app.example/done' });

    expect(partner).toMatchObject({
      redirectUrl: 'https://app.example/done',
      webhookUrl: 'https://app.example/hook',
    });
    expect(requests.map((request) => request.split(' ')[0])).toEqual([
      'PATCH',
      'PATCH',
      'GET',
      'PATCH',
      'GET',
    ]);
  });

  it.each([{}, { redirectUrl: 'http://app.example' }, { webhookUrl: '' }, { redirectUrl: null }])(
    'refuses %j',
    async (urls) => {
      const { api, requests } = await startHub();

      expect(await failureOf(api().setUrls(urls as object))).toBeInstanceOf(TypeError);
      expect(requests).toEqual([]);
    },
  );
});

describe('ensureClient', () => {
  it('finds a client by its e-mail, in upper or lower case, and creates none', async () => {
    const { api, state, requests } = await startHub();
    const { id } = addClient(state, 'Ada', client.email, partnerId);

    expect(await api().ensureClient(client)).toEqual({ id, isNew: false });
    expect(requests.some((request) => request.startsWith('POST'))).toBe(false);
  });

  it('creates one where there is none, and then finds it', async () => {
    const { api } = await startHub();

    const created = await api().ensureClient(client);

    expect(created).toEqual({ id: expect.stringMatching(/CL$/), isNew: true });
    expect(await api().ensureClient(client)).toEqual({ ...created, isNew: false });
  });

  it('finds the one that a failed call has created all the same', async () => {
    const { api, state } = await startHub();
    // Two reads come before it is created: by the filter, and of all.
    const own = api({
      async fetch(request) {
        if (request.method === 'POST') {
          state.scenarios.set('*', { rateLimit: null, partnerApiFaults: ['500-after'] });
        }
        return fetch(request);
      },
    });

    const ensured = await own.ensureClient(client);

    expect([...state.clients.keys()]).toEqual([ensured.id]);
    expect(ensured.isNew).toBe(true);
  });

  it('fails where creating failed and nothing was created, and may be called again', async () => {
    const { api, state } = await startHub();
    let isDown = true;
    const own = api({
      async fetch(request) {
        if (isDown && request.method === 'POST') return new Response('Down', { status: 502 });
        return fetch(request);
      },
    });

    expect(await failureOf(own.ensureClient(client))).toMatchObject({ status: 502 });
    isDown = false;
    await own.ensureClient(client);

    expect(state.clients.size).toBe(1);
  });

  it('does not trust a filter that finds nobody', async () => {
    const api = await apiOf((request) => {
      const hasFilter = new URL(request.url).searchParams.has('filters');
      const known = { id: 'oaY9LLfUCL', contact_info: { email: client.email } };
      return Response.json({ clients: hasFilter ? [] : [known], total: hasFilter ? 0 : 1 });
    });

    expect(await api.ensureClient(client)).toEqual({ id: 'oaY9LLfUCL', isNew: false });
  });

  it('creates one, however many calls of a process ask for it at once', async () => {
    const { api, state } = await startHub();
    const own = api();

    const ensured = await Promise.all([1, 2, 3].map(() => own.ensureClient(client)));

    expect(state.clients.size).toBe(1);
    expect(new Set(ensured.map(({ id }) => id)).size).toBe(1);
    expect(ensured.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('does not give up for others what one of them gave up', async () => {
    const { api, state } = await startHub();
    const own = api();
    const controller = new AbortController();
    const first = own.ensureClient(client, { signal: controller.signal });
    const second = own.ensureClient(client);

    controller.abort(new Error('gone'));

    await expect(first).rejects.toThrow('gone');
    const { id } = await second;
    expect([...state.clients.keys()]).toEqual([id]);
  });

  it.each([
    [{ name: '', email: 'a@b.example' }, 'name'],
    [{ name: 'Ada', email: 'ada' }, 'email'],
    [{ name: 'Ada', email: 'a@b.example', userName: '' }, 'userName'],
  ])('refuses %j', async (wrong, option) => {
    const { api } = await startHub();

    await expect(api().ensureClient(wrong)).rejects.toThrow(TypeError);
    await expect(api().ensureClient(wrong)).rejects.toThrow(option);
  });
});

describe('a number', () => {
  it('is handed in with Meta’s IDs, and 360dialog’s are not taken for them', async () => {
    const { api } = await startHub();
    const number = { solutionId: '12345678901234', metaWabaId: '42', metaPhoneNumberId: '4711' };
    const { id: clientId } = await api().createClient(client);

    const queued = await api().submitNumber({ ...number, clientId });

    expect(queued).toMatchObject({ status: 'created', clientId });
    const [channel] = await all(api().listChannels());
    expect(channel?.waba).toEqual({ dialog360Id: expect.any(String), metaId: '42' });
    const mistaken = { ...number, metaWabaId: channel!.waba.dialog360Id as string, clientId };
    await expect(api().submitNumber(mistaken)).rejects.toThrow('metaWabaId must be an ID of Meta');
    await expect(api().submitNumber(number)).rejects.toThrow('metaBusinessId or clientId');
  });
});

describe('permissions', () => {
  it('are those that the client has given', async () => {
    const { api, state } = await startHub();
    const ada = addClientWithChannels(state, 2);
    state.permissions.get(partnerId)?.delete('Ada1CH');

    expect(await api().listPermissions(ada.id)).toEqual([
      expect.objectContaining({
        channelId: 'Ada0CH',
        phoneNumber: '493055500000',
        isPermitted: true,
      }),
    ]);
  });

  const one = { channelId: 'aCH', phoneNumber: null, isPermitted: true };
  it.each([
    [['aCH'], [one]],
    [{ channels: [{ id: 'aCH' }] }, [one]],
    [{ numbers: [{ channel: { id: 'aCH' }, shared: false }] }, [{ ...one, isPermitted: false }]],
    [{ numbers: [{ number: '+49 30 1' }] }, [{ ...one, channelId: null, phoneNumber: '49301' }]],
    [{ shared_client_numbers: [] }, []],
    [{ shared_client_numbers: ['aCH'], total: 2 }, null],
    [{ shared_client_numbers: ['aCH', {}] }, null],
    [{ something: [] }, null],
    ['yes', null],
  ])('are read of %j, and nothing is guessed', async (answer, permissions) => {
    const api = await apiOf(() => Response.json(answer));

    const read = await api.listPermissions('oaY9LLfUCL');

    expect(read?.map(({ raw: _, ...known }) => known) ?? null).toEqual(permissions);
  });
});
