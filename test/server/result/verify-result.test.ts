// @vitest-environment node
import {
  createStates,
  isPartnerApiError,
  isResultError,
  isStateBusyError,
  memoryStore,
  verifyResult,
} from 'react-360dialog-connect/server';
import { describe, expect, it, vi } from 'vitest';
import { addClientWithChannels, apiOf, failureOf, startHub } from '../partner-api/hub';

/** A hub with a client of two numbers, and a run of a user. */
async function begin(mint: Parameters<ReturnType<typeof createStates>['mint']>[1] = {}) {
  const hub = await startHub();
  const client = addClientWithChannels(hub.state, 2);
  const [first, second] = client.channels;
  const states = createStates({ store: memoryStore() });
  const state = await states.mint('anna', mint);
  const result = { client: client.id, channels: [first!.id], state };
  return { ...hub, api: hub.api(), client, first: first!, second: second!, states, result };
}

const codeOf = async (promise: Promise<unknown>) => {
  const error = await failureOf(promise);
  return isResultError(error) ? error.code : error;
};

describe('verifyResult', () => {
  it('gives what really is this partner’s, and of this user’s run', async () => {
    const { api, states, result, client, first } = await begin({ runId: '1-22-333' });

    expect(await verifyResult(result, { user: 'anna', states, api })).toEqual({
      client: client.id,
      channels: [
        {
          id: first.id,
          status: expect.any(String),
          phoneNumber: expect.any(String),
          permitted: true,
        },
      ],
      revokedChannels: [],
      intent: 'connect',
      runId: '1-22-333',
      partnerId: 'aAbBcCPA',
    });
  });

  it.each([
    ['states', { states: {} }],
    ['states', { states: undefined }],
    ['api', { api: undefined }],
    ['api', { api: {} }],
    ['api', { apis: [] }],
    ['onEvent', { onEvent: 'log' }],
  ])('says that %s is wrong, whatever the result: %j', async (option, given) => {
    const { api, states } = await begin();
    const options = { user: 'anna', states, api, ...given } as never;

    await expect(verifyResult(null, options)).rejects.toThrow(new RegExp(`^${option} must be`));
  });

  it('takes each result once', async () => {
    const { api, states, result } = await begin();
    await verifyResult(result, { user: 'anna', states, api });

    expect(await codeOf(verifyResult(result, { user: 'anna', states, api }))).toBe('state_unknown');
  });

  it('costs two calls', async () => {
    const { api, states, result, requests } = await begin();

    await verifyResult(result, { user: 'anna', states, api });

    expect(requests).toHaveLength(2);
  });

  it('refuses a signed-in user who sends the client of somebody else, and stores nothing', async () => {
    const { api, states, result, state } = await begin();
    const other = addClientWithChannels(state, 1, 'Bob');
    const onVerified = vi.fn();
    const mine = await states.mint('mallory');
    const check = { user: 'mallory', states, api, onVerified };

    expect(await codeOf(verifyResult(result, check))).toBe('state_of_another_user');
    const mixed = { ...result, client: other.id, state: mine };
    expect(await codeOf(verifyResult(mixed, check))).toBe('channel_foreign');

    expect(onVerified).not.toHaveBeenCalled();
    await expect(verifyResult(result, { user: 'anna', states, api })).resolves.toBeDefined();
  });

  it.each<[string, object, string]>([
    ['no state', { state: undefined }, 'state_unknown'],
    ['a forged state', { state: 'x'.repeat(22) }, 'state_unknown'],
    ['a client that is none', { client: 'noneCL', channels: [] }, 'client_unknown'],
    ['a client that leads elsewhere', { client: '../x' }, 'client_unknown'],
    ['no client', { client: undefined }, 'client_unknown'],
    ['a channel that is none of the client’s', { channels: ['otherCH'] }, 'channel_foreign'],
    ['channels that are a text', { channels: 'Ada0CH' }, 'channel_foreign'],
    ['a channel that is no ID', { channels: ['a/b'] }, 'channel_foreign'],
  ])('refuses %s', async (_what, given, code) => {
    const { api, states, result } = await begin();

    const refused = verifyResult({ ...result, ...given }, { user: 'anna', states, api });

    expect(await codeOf(refused)).toBe(code);
  });

  it('takes a client who permitted no number', async () => {
    const { api, states, result } = await begin();

    const verified = await verifyResult({ ...result, channels: [] }, { user: 'anna', states, api });

    expect(verified.channels).toEqual([]);
  });

  it('tells of revoked channels only that are this client’s', async () => {
    const { api, states, result, second } = await begin();
    const sent = { ...result, revokedChannels: [second.id, 'otherCH'] };

    const verified = await verifyResult(sent, { user: 'anna', states, api });

    expect(verified.revokedChannels).toEqual([second.id]);
  });

  it('refuses a channel only where the hub says that it is not permitted', async () => {
    const { states, result, first, client } = await begin();
    const answering = (permitted: unknown) =>
      apiOf((request) =>
        Response.json(
          request.url.includes('shared_client_numbers')
            ? { shared_client_numbers: [{ channel_id: first.id, permitted }] }
            : { partner_channels: [{ id: first.id, client_id: client.id }], total: 1 },
        ),
      );
    const check = async (permitted: unknown) =>
      verifyResult(result, { user: 'anna', states, api: await answering(permitted) });

    expect(await codeOf(check(false))).toBe('not_permitted');

    expect((await check(true)).channels[0]!.permitted).toBe(true);
  });

  it('does not know what the hub does not say', async () => {
    const { states, result, first, client } = await begin();
    const api = await apiOf((request) =>
      request.url.includes('shared_client_numbers')
        ? new Response('', { status: 404 })
        : Response.json({ partner_channels: [{ id: first.id, client_id: client.id }], total: 1 }),
    );

    const verified = await verifyResult(result, { user: 'anna', states, api });

    expect(verified.channels).toEqual([
      { id: first.id, status: null, phoneNumber: null, permitted: null },
    ]);
  });

  it.each([429, 500, 503])(
    'leaves the state usable after a %i of the API',
    async (status) => {
      const { api, states, result } = await begin();
      const headers = { 'retry-after': '0' };
      const down = await apiOf(() => new Response('', { status, headers }), { timeoutSeconds: 1 });

      const error = await failureOf(verifyResult(result, { user: 'anna', states, api: down }));

      expect(isPartnerApiError(error)).toBe(true);
      await expect(verifyResult(result, { user: 'anna', states, api })).resolves.toBeDefined();
    },
    20_000,
  );

  it('leaves the state usable where storing fails', async () => {
    const { api, states, result } = await begin();
    const onVerified = vi.fn().mockRejectedValueOnce(new Error('database away'));
    const check = { user: 'anna', states, api, onVerified };

    await expect(verifyResult(result, check)).rejects.toThrow('database away');

    await expect(verifyResult(result, check)).resolves.toBeDefined();
    expect(onVerified).toHaveBeenCalledTimes(2);
  });

  it('is done once where it is asked twice at a time', async () => {
    const { api, states, result } = await begin();
    const check = () => verifyResult(result, { user: 'anna', states, api });

    const asked = await Promise.allSettled([check(), check()]);

    const failures = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failures.map(isStateBusyError)).toEqual([true]);
  });

  it.each([{}, { client: undefined }, undefined])(
    'is no reconnect where %j is expected',
    async (expected) => {
      const { api, states, result } = await begin({ expect: expected });

      const verified = await verifyResult(result, { user: 'anna', states, api });

      expect(verified.intent).toBe('connect');
    },
  );

  it('takes the expected number however it is written', async () => {
    const { api, states, result } = await begin();
    const { channels } = await verifyResult(result, { user: 'anna', states, api });
    const number = channels[0]!.phoneNumber!.replace(/\D/g, '');

    for (const written of [`00${number}`, `+${number}`, `(00) ${number}`]) {
      const state = await states.mint('anna', { expect: { number: written } });
      const again = verifyResult({ ...result, state }, { user: 'anna', states, api });
      await expect(again).resolves.toMatchObject({ intent: 'reconnect' });
    }
  });

  it('asks nobody about channels that verified webhooks prove', async () => {
    const { api, states, result, client, first, requests } = await begin();
    const events = [{ channelId: first.id, clientId: client.id }];

    const verified = await verifyResult(result, { user: 'anna', states, api, events });

    expect(verified.channels.map(({ id }) => id)).toEqual([first.id]);
    expect(requests.filter((request) => request.includes('/channels'))).toEqual([]);
  });

  it('takes no webhook about another client for a proof', async () => {
    const { api, states, result, state } = await begin();
    const other = addClientWithChannels(state, 1, 'Bob');
    const [channel] = other.channels;
    const events = [{ channelId: channel!.id, clientId: other.id }];
    const forged = { ...result, channels: [channel!.id] };

    expect(await codeOf(verifyResult(forged, { user: 'anna', states, api, events }))).toBe(
      'channel_foreign',
    );
  });
});

describe('a reconnect', () => {
  it('comes back with what it was begun for', async () => {
    const { api, states, client, first } = await begin();
    const expected = { client: client.id, channel: first.id, number: `+${first.phoneNumber}` };
    const state = await states.mint('anna', { expect: expected });
    const result = { client: client.id, channels: [first.id], state };

    const verified = await verifyResult(result, { user: 'anna', states, api });

    expect(verified.intent).toBe('reconnect');
  });

  it.each([
    ['another client', { client: 'otherCL' }, 'other_client'],
    ['another channel', { channel: 'otherCH' }, 'other_number'],
    ['another number', { number: '+49 30 1' }, 'other_number'],
  ])('is refused with %s', async (_what, expected, code) => {
    const { api, states, result } = await begin({ expect: expected });

    expect(await codeOf(verifyResult(result, { user: 'anna', states, api }))).toBe(code);
  });
});

describe('several partner accounts', () => {
  it('are told apart by the partner of the run', async () => {
    const { api, states, result } = await begin({ partnerId: 'aAbBcCPA' });
    const other = { ...api, partnerId: 'dDeEfFPA' };

    const verified = await verifyResult(result, { user: 'anna', states, apis: [other, api] });

    expect(verified.partnerId).toBe('aAbBcCPA');
  });

  it('need runs that name theirs', async () => {
    const { api, states, result } = await begin();
    const apis = [api, { ...api, partnerId: 'dDeEfFPA' }];

    await expect(verifyResult(result, { user: 'anna', states, apis })).rejects.toThrow(TypeError);
  });
});
