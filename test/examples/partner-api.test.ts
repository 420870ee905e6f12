// @vitest-environment node

import { memoryKeys } from 'react-360dialog-connect/server';
import { describe, expect, it, vi } from 'vitest';
import { addTenant } from '../../examples/recipes/partner-api/add-tenant';
import { ensureKey, sendMessage } from '../../examples/recipes/partner-api/ensure-key';
import { repairKey } from '../../examples/recipes/partner-api/repair-key';
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
