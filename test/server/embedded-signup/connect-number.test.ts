// @vitest-environment node

import type { SandboxState } from 'react-360dialog-connect/sandbox';
import {
  type ConnectNumberOptions,
  connectNumber,
  createStates,
  isConnectNumberError,
  memoryStore,
  type ServerEvent,
} from 'react-360dialog-connect/server';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { applyScenario } from '../../../src/sandbox/scenario/scenario';
import { addClientWithChannels, startHub } from '../partner-api/hub';

const signup = {
  kind: 'number',
  wabaId: '524126980791429',
  phoneNumberId: '106540352242922',
  businessId: '2729063490586005',
  code: 'AQBhlXsctMxJYbwbrpybxlo9tLPGy-QAmjBJA03jxLos48wwL1Mp',
};
const client = { name: 'Ada', email: 'ada@example.com' };
const solutionId = '12345678901234';

/** A server that shares its store with itself after a restart. */
async function startServer(scenario: Parameters<typeof startHub>[0] = {}) {
  const { api, state, requests } = await startHub(scenario);
  const store = memoryStore();
  const connect = (options: Partial<ConnectNumberOptions> = {}) =>
    connectNumber({ api: api(), store, signup, client, solutionId, ...options });
  const handedIn = () => requests.filter((request) => request.endsWith('/account_sharing/numbers'));
  return { api, state, store, connect, handedIn, requests };
}

/** A limiter that has everybody wait, while a faked clock goes on. */
function fakedLimiter() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  let giveTurn = () => {};
  const turn = new Promise<void>((resolve) => {
    giveTurn = resolve;
  });
  let heardOf = () => {};
  const asked = new Promise<void>((resolve) => {
    heardOf = resolve;
  });
  const acquire = (signal?: AbortSignal) => {
    heardOf();
    const givenUp = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
    return Promise.race([turn, givenUp]);
  };
  return { acquire, asked, giveTurn };
}

describe('connectNumber', () => {
  it('creates the client and hands its number in', async () => {
    const { connect, state } = await startServer();

    const connected = await connect();

    const [created] = [...state.clients.values()];
    expect(connected).toEqual({
      clientId: created!.id,
      metaWabaId: signup.wabaId,
      metaPhoneNumberId: signup.phoneNumberId,
      command: { id: expect.any(String), status: 'created', expiresAt: expect.any(String) },
      channelId: null,
      isRepeat: false,
      exchanged: null,
      exchangeError: undefined,
      runId: null,
    });
    expect(created).toMatchObject({ email: client.email });
    expect(created!.channels).toMatchObject([{ metaWabaId: signup.wabaId }]);
  });

  it('takes a client that is there by its ID', async () => {
    const { connect, state, requests } = await startServer();
    const { id, channels } = addClientWithChannels(state, 1);

    const connected = await connect({ client: { id } });

    expect(connected.clientId).toBe(id);
    expect(channels).toHaveLength(2);
    expect(requests.some((request) => request.includes('/account_sharing/clients'))).toBe(false);
  });

  it('hands a number in once, however often it is called', async () => {
    const { connect, handedIn } = await startServer();

    const first = await connect();
    const second = await connect();

    expect(second).toEqual({ ...first, isRepeat: true });
    expect(handedIn()).toHaveLength(1);
  });

  it('lets one of two calls at once do it', async () => {
    const { connect, handedIn } = await startServer();

    const calls = await Promise.allSettled([connect(), connect()]);

    expect(calls.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { reason } = calls.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(reason).toMatchObject({ name: 'ConnectNumberError', code: 'busy' });
    expect(handedIn()).toHaveLength(1);
  });

  it('keeps other calls out for as long as 360dialog’s limit has it wait', async () => {
    const { api, connect, handedIn } = await startServer();
    const limiter = fakedLimiter();
    const waiting = connect({ api: api({ limiter }) });
    await limiter.asked;

    await vi.advanceTimersByTimeAsync(185_000);

    await expect(connect()).rejects.toMatchObject({ code: 'busy' });
    vi.useRealTimers();
    limiter.giveTurn();
    await waiting;
    expect(handedIn()).toHaveLength(1);
  });

  it('stops where its store lets go of the number', async () => {
    const { api, store, connect, requests } = await startServer();
    const limiter = fakedLimiter();
    const claims = vi.spyOn(store, 'claim');
    const waiting = connect({ api: api({ limiter }) }).catch((error: unknown) => error);
    await limiter.asked;
    claims.mockRejectedValue(new Error('down'));

    await vi.advanceTimersByTimeAsync(125_000);

    expect(await waiting).toMatchObject({ name: 'ConnectNumberError', code: 'busy' });
    expect(requests).toEqual([]);
  });

  it('finds the channel of a call that failed after 360dialog had done its work', async () => {
    const { api, connect, handedIn, state } = await startServer();
    const { id, channels } = addClientWithChannels(state, 1);

    const failing = connect({
      client: { id },
      api: api({ fetch: failingSubmit(state, '500-after') }),
    });
    await expect(failing).rejects.toMatchObject({ name: 'PartnerApiError', code: 'unavailable' });
    const connected = await connect({ client: { id } });

    expect(connected).toMatchObject({ command: null, channelId: channels[1]!.id, isRepeat: false });
    expect(handedIn()).toHaveLength(1);
    expect(await connect({ client: { id } })).toMatchObject({ isRepeat: true });
  });

  it('hands the number in again where the call before it came to nothing', async () => {
    const { api, connect, handedIn, state } = await startServer();
    const { id, channels } = addClientWithChannels(state, 1);

    const failing = connect({ client: { id }, api: api({ fetch: failingSubmit(state, '500') }) });
    await expect(failing).rejects.toMatchObject({ name: 'PartnerApiError', code: 'unavailable' });
    const connected = await connect({ client: { id } });

    expect(connected.command).toMatchObject({ status: 'created' });
    expect(handedIn()).toHaveLength(2);
    expect(channels).toHaveLength(2);
  });

  it('has the code exchanged at once, before 360dialog is asked', async () => {
    const { connect, requests } = await startServer();
    const exchange = vi.fn(async () => ({ asked: requests.length }));

    const connected = await connect({ exchange });

    expect(exchange.mock.calls).toEqual([[signup.code]]);
    expect(connected.exchanged).toEqual({ asked: 0 });
  });

  it('hands the number in though the exchange fails', async () => {
    const { connect, handedIn } = await startServer();
    const error = new Error('Meta is down');

    const connected = await connect({ exchange: () => Promise.reject(error) });

    expect(connected).toMatchObject({ exchanged: null, exchangeError: error });
    expect(handedIn()).toHaveLength(1);
  });

  it('tells another tenant who sends the same IDs nothing about the client', async () => {
    const { connect } = await startServer();

    const first = await connect();
    const other = await connect({ client: { name: 'Eve', email: 'eve@example.com' } });

    expect(other.isRepeat).toBe(false);
    expect(other.clientId).not.toBe(first.clientId);
  });

  it.each([
    ['no object', 'x', 'signup_unreadable'],
    ['a number for an ID, which has lost its last digits', { wabaId: 1e20 }, 'signup_unreadable'],
    ['an ID that leads elsewhere', { wabaId: '1/../2' }, 'signup_unreadable'],
    ['a code that is none', { ...signup, code: 5 }, 'signup_unreadable'],
    ['a signup whose message was lost', { ...signup, wabaId: null }, 'waba_missing'],
  ])('refuses %s and asks nobody', async (_, sent, code) => {
    const { connect, requests } = await startServer();

    const error = await connect({ signup: sent }).catch((reason) => reason);

    expect(isConnectNumberError(error)).toBe(true);
    expect(error.code).toBe(code);
    expect(error.message).not.toMatch(/\d/);
    expect(requests).toEqual([]);
  });

  it.each<[Partial<Record<keyof ConnectNumberOptions, unknown>>, string]>([
    [{ api: {} }, 'api'],
    [{ store: undefined }, 'store'],
    [{ client: undefined }, 'client'],
    [{ client: {} }, 'client'],
    [{ solutionId: undefined }, 'solutionId'],
    [{ solutionId: '12' }, 'solutionId'],
    [{ exchange: 'x' }, 'exchange'],
    [{ states: {}, user: 'anna' }, 'states'],
    [{ states: createStates({ store: memoryStore() }) }, 'states'],
    [{ onEvent: 'x' }, 'onEvent'],
  ])('refuses %j with an error that names %s', async (options, name) => {
    const { connect } = await startServer();

    const error = await connect(options as Partial<ConnectNumberOptions>).catch((reason) => reason);

    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(new RegExp(`^${name} must`));
  });
});

describe('connectNumber with the states of runs', () => {
  it('refuses the run of another user, and asks nobody', async () => {
    const { connect, store, requests } = await startServer();
    const states = createStates({ store });
    const state = await states.mint('anna');

    const call = connect({ states, state, user: 'ben' });

    await expect(call).rejects.toMatchObject({ code: 'state_of_another_user' });
    expect(requests).toEqual([]);
  });

  it('tells a refusal from what may be gone the next time', async () => {
    const { connect, store } = await startServer();
    const states = createStates({ store });
    const state = await states.mint('anna');
    const told: ServerEvent[] = [];
    const run = { states, state, onEvent: (event: ServerEvent) => told.push(event) };
    const { release } = await states.lease(state, 'anna');

    await connect({ ...run, user: 'anna' }).catch(() => {});
    await release();
    await connect({ ...run, user: 'ben' }).catch(() => {});

    expect(told).toMatchObject([
      { outcome: 'busy' },
      { outcome: 'refused', code: 'state_of_another_user' },
    ]);
  });

  it('uses the state up at the end only', async () => {
    const { api, connect, state: hub, store } = await startServer();
    const states = createStates({ store });
    const state = await states.mint('anna', { runId: '1-22-333' });
    const run = { states, state, user: 'anna' };

    const failing = connect({ ...run, api: api({ fetch: failingSubmit(hub, '500') }) });
    await expect(failing).rejects.toMatchObject({ name: 'PartnerApiError' });
    const connected = await connect(run);

    expect(connected.runId).toBe('1-22-333');
    await expect(connect(run)).rejects.toMatchObject({ code: 'state_unknown' });
  });

  it('keeps to the client that the run was begun for', async () => {
    const { connect, state: hub, store, handedIn } = await startServer();
    const { id } = addClientWithChannels(hub, 1);
    const states = createStates({ store });
    const state = await states.mint('anna', { expect: { client: id } });

    const call = connect({
      states,
      state,
      user: 'anna',
      client: { name: 'Eve', email: 'eve@example.com' },
    });

    await expect(call).rejects.toMatchObject({ code: 'other_client' });
    expect(handedIn()).toEqual([]);
  });

  it('tells the run as a story in which nothing is secret', async () => {
    const { connect, api, store } = await startServer();
    const told: ServerEvent[] = [];
    const onEvent = (event: ServerEvent) => told.push(event);
    const states = createStates({ store });
    const state = await states.mint('anna', { runId: '1-22-333' });

    await connect({ states, state, user: 'anna', onEvent, api: api({ onEvent }) });

    expect(told.map((event) => (event.type === 'partner_api' ? event.call : event.type))).toEqual([
      'listClients',
      'listClients',
      'createClient',
      'submitNumber',
      'number',
    ]);
    expect(told.at(-1)).toMatchObject({ runId: '1-22-333', partnerId: 'aAbBcCPA', outcome: 'ok' });
    const text = JSON.stringify(told);
    for (const secret of [state, signup.code, client.email, 'anna', signup.wabaId]) {
      expect(text).not.toContain(secret);
    }
  });
});

/** The call that hands a number in fails once. */
function failingSubmit(state: SandboxState, fault: '500' | '500-after') {
  let isFirst = true;
  return (request: Request) => {
    if (isFirst && request.url.endsWith('/account_sharing/numbers')) {
      isFirst = false;
      applyScenario(state, { rateLimit: null, partnerApiFaults: [fault] });
    }
    return fetch(request);
  };
}
