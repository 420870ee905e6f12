// @vitest-environment node

import { createStates, memoryKeys, memoryStore } from 'react-360dialog-connect/server';
import { describe, expect, it, vi } from 'vitest';
import { addTenant } from '../../examples/recipes/partner-api/add-tenant';
import { ensureKey, sendMessage } from '../../examples/recipes/partner-api/ensure-key';
import { repairKey } from '../../examples/recipes/partner-api/repair-key';
import { takeSignup } from '../../examples/recipes/partner-api/take-signup';
import { issueChannelKey } from '../../src/sandbox/state/channel-keys';
import { parseWebhookEvent } from '../../src/server/webhooks/parse-webhook-event';
import { addClientWithChannels, partnerId, startHub } from '../server/partner-api/hub';
import { channelEvent } from '../server/webhooks/send-webhook';

describe('the example of a channel’s key', () => {
  const body = channelEvent('evt-1', 'channel_live').replace('y9MiLoCH', 'Ada0CH');
  const event = parseWebhookEvent(new TextEncoder().encode(body), null);

  it('makes the key once, sets the messaging webhook, and sends by the stored key', async () => {
    const { api, state } = await startHub();
    addClientWithChannels(state, 1);
    const keys = memoryKeys();

    expect(await ensureKey(api(), keys, event)).toBe('connected');
    expect(await ensureKey(api(), keys, event)).toBe('connected');
    await sendMessage(keys, 'Ada0CH', { to: '4930', type: 'text', text: { body: 'Hello' } });

    expect(state.channelKeys.get('Ada0CH')!.webhook).toEqual({
      url: 'https://app.example/whatsapp',
    });
    expect([...state.messages.values()]).toMatchObject([{ channelId: 'Ada0CH' }]);
  });

  it('replaces a key that is revoked', async () => {
    const { api, state } = await startHub();
    addClientWithChannels(state, 1);
    const keys = memoryKeys();
    await ensureKey(api(), keys, event);
    issueChannelKey(state, 'Ada0CH');

    const { apiKey } = await repairKey(api(), keys, 'Ada0CH');

    expect(apiKey).toBe(state.channelKeys.get('Ada0CH')!.apiKey);
  });

  it('waits where the client has not given permission', async () => {
    const { api, state } = await startHub();
    addClientWithChannels(state, 1);
    state.permissions.clear();
    const keys = memoryKeys();

    expect(await ensureKey(api(), keys, event)).toBe('not yet');
    expect(await keys.get('Ada0CH')).toBeNull();
  });
});

describe('the example of a tenant', () => {
  it('makes one client of it, and finds that again', async () => {
    const { api, state } = await startHub();
    const tenant = { id: '7', name: 'Ada' };

    const ids = [await addTenant(api(), tenant), await addTenant(api(), tenant)];

    expect([...state.clients.keys()]).toEqual([ids[0]]);
    expect(ids[1]).toBe(ids[0]);
  });
});

describe('the example of a client of the Partner API', () => {
  it('takes its options from the environment', async () => {
    const { url } = await startHub();
    vi.stubEnv('D360_PARTNER_ID', partnerId);
    vi.stubEnv('D360_PARTNER_API_KEY', 'sandbox-partner-api-key');
    vi.stubEnv('D360_PARTNER_API_URL', `${url}/api/v2`);
    const { partnerApi } = await import('../../examples/recipes/partner-api/partner-api');
    vi.unstubAllEnvs();

    expect((await partnerApi.getPartner()).id).toBe(partnerId);
  });
});

describe('the example of an Embedded Signup', () => {
  const signup = { wabaId: '524126980791429', phoneNumberId: '106540352242922' };
  const anna = { id: 'anna', name: 'Anna' };
  const send = (body: object) =>
    new Request('https://app.example/api/signups', { method: 'POST', body: JSON.stringify(body) });

  it('brings a number from the signup to a key that sends', async () => {
    vi.stubEnv('D360_SOLUTION_ID', '12345678901234');
    const { api, state: hub } = await startHub();
    const [store, keys] = [memoryStore(), memoryKeys()];
    const states = createStates({ store });
    const take = takeSignup(api(), store, states);
    const state = await states.mint(anna.id);

    const answer = await take(send({ signup, state }), anna);

    expect(await answer.json()).toEqual({ ok: true });
    const [client] = hub.clients.values();
    const [channel] = client!.channels;
    const body = channelEvent('evt-1', 'channel_live').replace('y9MiLoCH', channel!.id);
    const event = parseWebhookEvent(new TextEncoder().encode(body), null);
    expect(await ensureKey(api(), keys, event)).toBe('connected');
    await sendMessage(keys, channel!.id, { to: '4930', type: 'text', text: { body: 'Hello' } });
    expect([...hub.messages.values()]).toMatchObject([{ channelId: channel!.id }]);
  });

  it('says when to send the result again, and takes it then', async () => {
    vi.stubEnv('D360_SOLUTION_ID', '12345678901234');
    const { api } = await startHub();
    const store = memoryStore();
    const states = createStates({ store });
    const state = await states.mint(anna.id);
    const down = takeSignup(api({ baseUrl: 'http://127.0.0.1:9/api/v2' }), store, states);

    const first = await down(send({ signup, state }), anna);
    const second = await takeSignup(api(), store, states)(send({ signup, state }), anna);

    expect([first.status, first.headers.get('Retry-After')]).toEqual([503, '30']);
    expect(second.status).toBe(200);
  });

  it.each([
    [{ signup: { wabaId: null } }, 400, 'waba_missing'],
    [{ signup, state: 'made-up' }, 403, 'state_unknown'],
  ])('refuses %j', async (body, status, error) => {
    vi.stubEnv('D360_SOLUTION_ID', '12345678901234');
    const { api, requests } = await startHub();
    const store = memoryStore();

    const answer = await takeSignup(api(), store, createStates({ store }))(send(body), anna);

    expect([answer.status, await answer.json()]).toEqual([status, { error }]);
    expect(requests).toEqual([]);
  });
});
