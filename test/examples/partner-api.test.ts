// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { addTenant } from '../../examples/recipes/partner-api/add-tenant';
import { connectChannel } from '../../examples/recipes/partner-api/connect-channel';
import { addClientWithChannels, partnerId, startHub } from '../server/partner-api/hub';

describe('the example of a channel’s key', () => {
  it('stores the key first, then sets the messaging webhook', async () => {
    const { api, state, requests } = await startHub();
    addClientWithChannels(state, 1);
    const saved: unknown[] = [];

    const outcome = await connectChannel(api(), 'Ada0CH', async (channelId, apiKey) => {
      saved.push({ channelId, apiKey, requests: requests.length });
    });

    const key = state.channelKeys.get('Ada0CH')!;
    expect(outcome).toBe('connected');
    expect(saved).toEqual([{ channelId: 'Ada0CH', apiKey: key.apiKey, requests: 1 }]);
    expect(key.webhook).toEqual({ url: 'https://app.example/whatsapp' });
  });

  it('waits where the client has not given permission', async () => {
    const { api, state } = await startHub();
    addClientWithChannels(state, 1);
    state.permissions.clear();
    const save = vi.fn();

    expect(await connectChannel(api(), 'Ada0CH', save)).toBe('no permission yet');
    expect(save).not.toHaveBeenCalled();
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
