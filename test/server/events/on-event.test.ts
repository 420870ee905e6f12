// @vitest-environment node
import { createHmac } from 'node:crypto';
import {
  createStates,
  ensureApiKey,
  ioSignatureHandler,
  memoryKeys,
  memoryStore,
  type ServerEvent,
  stateHandler,
  verifyResult,
  webhookHandler,
} from 'react-360dialog-connect/server';
import { expect, it, vi } from 'vitest';
import { addClientWithChannels, apiOf, startHub } from '../partner-api/hub';
import { ask } from '../requests';
import { makeSigner, platformSecret } from '../signers';

const duration = { at: expect.any(Number), durationMs: expect.any(Number) };

/** One onboarding, from the click to the webhook, and everything that it was told with. */
async function onboard() {
  const told: ServerEvent[] = [];
  const onEvent = (event: ServerEvent) => told.push(event);
  const { api, state: hub } = await startHub();
  const client = addClientWithChannels(hub, 1);
  const [channel] = client.channels;
  const states = createStates({ store: memoryStore() });
  const authorize = () => ({ user: 'anna' });
  const sign = ioSignatureHandler({ signer: makeSigner(), authorize, states, onEvent });
  const body = JSON.stringify({ runId: '1-22-333' });
  const { state, io_signature } = await (await sign(ask({}, { body }))).json();
  const result = { client: client.id, channels: [channel!.id], state };
  await verifyResult(result, { user: 'anna', states, api: api(), onEvent });

  const event = JSON.stringify({
    id: 'event-1',
    event: 'channel_live',
    data: { id: channel!.id, client_id: client.id },
  });
  const signature = createHmac('sha256', platformSecret).update(event).digest('hex');
  const hear = webhookHandler({ platformSecret, store: memoryStore(), on: {}, onEvent });
  const headers = { 'x-360dialog-signature': signature };
  await hear(new Request('https://app.example/hooks', { method: 'POST', body: event, headers }));
  return { told, client, channel: channel!, state: String(state), io_signature, signature };
}

it('tells one onboarding as one story, in order', async () => {
  const { told, client, channel } = await onboard();

  const run = { runId: '1-22-333', outcome: 'ok', ...duration };
  expect(told).toEqual([
    { type: 'io_signature', partnerId: 'aAbBcCPA', ...run },
    { type: 'result', partnerId: 'aAbBcCPA', clientId: client.id, ...run },
    {
      type: 'webhook',
      event: 'channel_live',
      partnerId: null,
      clientId: client.id,
      channelId: channel.id,
      outcome: 'ok',
      ...duration,
    },
  ]);
});

it('tells no secret, signature, state or user', async () => {
  const { told, state, io_signature, signature } = await onboard();

  const text = JSON.stringify(told);

  for (const secret of [platformSecret, state, io_signature, signature, 'anna']) {
    expect(text).not.toContain(secret);
  }
});

it.each<[object, object, string, string]>([
  [{ authorize: () => 403 }, {}, 'refused', 'forbidden'],
  [{}, { 'sec-fetch-site': 'cross-site' }, 'refused', 'forbidden'],
  [{}, { 'content-type': 'text/plain' }, 'refused', 'unsupported_media_type'],
  [{ authorize: () => 500 }, {}, 'failed', 'internal_error'],
  [
    {
      states: { mint: () => Promise.reject(Object.assign(new Error(), { retryAfterSeconds: 1 })) },
    },
    {},
    'busy',
    'busy',
  ],
])('tells what came of a request: %j, %j', async (options, headers, outcome, code) => {
  const onEvent = vi.fn();
  const states = createStates({ store: memoryStore() });
  const handle = stateHandler({ states, authorize: () => ({ user: 'a' }), onEvent, ...options });

  await handle(ask(headers as Record<string, string>));

  expect(onEvent.mock.calls).toEqual([
    [expect.objectContaining({ type: 'state', outcome, code, ...duration })],
  ]);
});

it('tells of a webhook address that is asked in another way', async () => {
  const onEvent = vi.fn();
  const hear = webhookHandler({ platformSecret, store: memoryStore(), on: {}, onEvent });

  await hear(new Request('https://app.example/webhooks'));

  expect(onEvent.mock.calls).toEqual([
    [expect.objectContaining({ type: 'webhook', outcome: 'refused', code: 'method_not_allowed' })],
  ]);
});

it('tells why a result was refused, and what nobody knows yet', async () => {
  const onEvent = vi.fn();
  const states = createStates({ store: memoryStore() });
  const state = await states.mint('anna', { runId: '1-22-333' });
  const headers = { 'retry-after': '0' };
  const api = await apiOf(() => new Response('', { status: 429, headers }));
  const check = (sent: string) =>
    verifyResult(
      { client: 'aCL', channels: [], state: sent },
      { user: 'anna', states, api, onEvent },
    );

  await expect(check('x'.repeat(22))).rejects.toThrow();
  await expect(check(state)).rejects.toThrow();

  expect(onEvent.mock.calls.map(([event]) => event)).toEqual([
    { type: 'result', outcome: 'refused', code: 'state_unknown', partnerId: null, ...duration },
    {
      type: 'result',
      outcome: 'busy',
      code: 'rate_limited',
      partnerId: 'aAbBcCPA',
      runId: '1-22-333',
      ...duration,
    },
  ]);
}, 20_000);

it.each([
  ['the key of the account is wrong', 401, 'refused', 'unauthorized'],
  ['360dialog answers what nobody can read', 200, 'failed', 'malformed_answer'],
])('tells of a result as of the call when %s', async (_, status, outcome, code) => {
  const onEvent = vi.fn();
  const states = createStates({ store: memoryStore() });
  const result = { client: 'aCL', channels: [], state: await states.mint('anna') };
  const api = await apiOf(() => new Response('{}', { status }));

  await verifyResult(result, { user: 'anna', states, api, onEvent }).catch(() => {});

  expect(onEvent.mock.calls).toEqual([
    [expect.objectContaining({ type: 'result', outcome, code, partnerId: 'aAbBcCPA' })],
  ]);
});

it('is not disturbed by a log that fails', async () => {
  const onEvent = () => Promise.reject(new Error('log away'));
  const states = createStates({ store: memoryStore() });
  const handle = stateHandler({ states, authorize: () => ({ user: 'a' }), onEvent });

  expect((await handle(ask())).status).toBe(200);
});

it('must be a function', () => {
  const states = createStates({ store: memoryStore() });
  const options = { states, authorize: () => true, onEvent: 'log' };

  expect(() => stateHandler(options as never)).toThrow('onEvent must be a function.');
});

it('tells of a channel’s key, and why it is not there yet', async () => {
  const told: ServerEvent[] = [];
  const onEvent = (event: ServerEvent) => told.push(event);
  const { api, state: hub } = await startHub();
  addClientWithChannels(hub, 1);
  const keys = memoryKeys();

  await ensureApiKey({ api: api(), keys, channelId: 'Ada0CH', runId: '1-22-333', onEvent });
  await ensureApiKey({ api: api(), keys, channelId: 'strangerCH', onEvent }).catch(() => {});

  const key = { type: 'api_key', partnerId: 'aAbBcCPA', ...duration };
  expect(told).toEqual([
    { ...key, channelId: 'Ada0CH', runId: '1-22-333', outcome: 'ok' },
    { ...key, channelId: 'strangerCH', outcome: 'refused', code: expect.any(String) },
  ]);
  expect(JSON.stringify(told)).not.toContain((await keys.get('Ada0CH'))!.apiKey);
});
