// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hubPath } from '../visitor';
import { account, partnerOfSandbox } from './partner-api-client';

afterEach(() => {
  vi.useRealTimers();
});

describe('the Partner API of the sandbox', () => {
  it.each([
    ['X-API-Key', 'wrong'],
    ['X-API-Key', ''],
    ['D360-API-KEY', 'sandbox-partner-api-key'],
  ])('answers 401 to %s: %s, with what is wrong', async (name, value) => {
    const { app } = partnerOfSandbox();

    const response = await app.request(account, { headers: { [name]: value } });

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      meta: { developer_message: expect.any(String) },
    });
  });

  it('takes the token of the older login', async () => {
    const { post, app } = partnerOfSandbox();
    const login = await post('/api/v2/token', { username: 'a', password: 'b' });
    const { access_token, token_type } = await login.json();

    const headers = { Authorization: `${token_type} ${access_token}` };

    expect((await app.request(account, { headers })).status).toBe(200);
  });

  it('knows the clients and channels of the hub’s runs, at the partner of the run only', async () => {
    const { json, visitor } = partnerOfSandbox();
    await visitor.onboard({ partner: 'tenant 7' });

    const { clients } = await json(`${account}/clients`);
    const { partner_channels, total } = await json(`${account}/channels`);

    const id = visitor.sent('client');
    expect(clients).toMatchObject([{ id, partner_payload: 'tenant 7' }]);
    expect(total).toBe(2);
    expect(partner_channels).toMatchObject([{ client_id: id }, { client_id: id }]);
    expect(await json('/api/v2/partners/otherPA/channels')).toMatchObject({ total: 0 });
  });

  it('answers lists with page, filters and order', async () => {
    const { json, visitor } = partnerOfSandbox();
    await visitor.onboard();
    const phone_number = '493055500102';

    const filters = encodeURIComponent(JSON.stringify({ 'setup_info.phone_number': phone_number }));
    const filtered = await json(`${account}/channels?filters=${filters}`);
    const second = await json(`${account}/channels?limit=1&offset=1&sort=-setup_info.phone_number`);

    expect(filtered).toMatchObject({
      count: 1,
      partner_channels: [{ setup_info: { phone_number } }],
    });
    expect(second).toMatchObject({ count: 1, total: 2, limit: 1, offset: 1 });
    expect(second.partner_channels[0].setup_info.phone_number).toBe('493055500101');
  });

  it.each(["{'id': 'x'}", '[]', 'x'])(
    'refuses filters that are no JSON object: %s',
    async (text) => {
      const { send } = partnerOfSandbox();

      const response = await send(`${account}/clients?filters=${encodeURIComponent(text)}`);

      expect(response.status).toBe(400);
    },
  );

  it('sends runs to the redirect URL that was set, whatever a scenario had set before', async () => {
    const { send, json, scenario, visitor } = partnerOfSandbox();
    await scenario({ redirectUrl: 'https://app.example/scenario' });
    await scenario({ partnerId: 'aAbBcCPA', redirectUrl: 'https://app.example/own-scenario' });

    const urls = {
      partner_redirect_url: 'https://app.example/api',
      webhook_url: 'https://app.example/hook',
    };
    await send(account, { method: 'PATCH', body: JSON.stringify(urls) });

    expect(await json(account)).toMatchObject(urls);
    await visitor.open('/onboarding/aAbBcCPA');
    await visitor.signUp();
    await visitor.press('Register');
    await visitor.press('Allow');
    expect(visitor.leftTo).toMatch(/^https:\/\/app\.example\/api\?/);
  });

  it('makes a key for a permitted channel only, and the older one ends with its webhook', async () => {
    const { app, post, json, visitor } = partnerOfSandbox();
    await visitor.open(hubPath());
    await visitor.signUp();
    await visitor.press('Register');
    const { partner_channels } = await json(`${account}/channels`);
    const keys = `${account}/channels/${partner_channels[0].id}/api_keys`;
    expect((await post(keys, {})).status).toBe(403);
    await visitor.press('Allow');

    const first = await (await post(keys, {})).json();
    const hook = { url: 'https://app.example/messages' };
    await post('/v1/configs/webhook', hook, { 'D360-API-KEY': first.api_key });
    const made = await post(keys, {});
    const second = await made.json();

    const webhookOf = (key: string) =>
      app.request('/v1/configs/webhook', { headers: { 'D360-API-KEY': key } });
    expect(made.status).toBe(201);
    expect((await webhookOf(first.api_key)).status).toBe(401);
    expect(await (await webhookOf(second.api_key)).json()).toEqual({ url: null });
  });

  it('tells which numbers of a client the partner may use', async () => {
    const { json, visitor } = partnerOfSandbox();
    await visitor.onboard();
    const client = visitor.sent('client');
    const { partner_channels } = await json(`${account}/channels`);
    await visitor.open(hubPath());
    await visitor.press('Allow', { '+49 30 5550 0101': false });

    const shared = await json(`${account}/clients/${client}/shared_client_numbers`);

    expect(shared.shared_client_numbers).toEqual([
      { channel_id: partner_channels[1].id, phone_number: '493055500102' },
    ]);
  });

  it('creates clients, one more for the same e-mail, and takes their numbers', async () => {
    const { post, json, scenario } = partnerOfSandbox();
    await scenario({ rateLimit: null });
    const client = { name: 'Ada', email: 'ada@example.com', user_name: 'Ada' };
    const path = `${account}/account_sharing`;

    const { id } = await (await post(`${path}/clients`, client)).json();
    await post(`${path}/clients`, client);
    const number = { solution_id: '12345678901234', waba_external_id: '42', client_id: id };
    const command = await (await post(`${path}/numbers`, number)).json();

    expect(await json(`${account}/clients`)).toMatchObject({ total: 2 });
    expect(command).toMatchObject({ status: 'created', value: { payload: { client_id: id } } });
    expect((await json(`${account}/channels`)).partner_channels).toMatchObject([
      { client_id: id, waba_account: { external_id: '42' } },
    ]);
    expect((await post(`${path}/numbers`, { ...number, client_id: 'x' })).status).toBe(404);
    expect((await post(`${path}/numbers`, { client_id: id })).status).toBe(400);
  });

  it('takes 5 calls of a partner in 30 seconds, and says how long to wait', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { send } = partnerOfSandbox();
    const statuses = async (count: number) => {
      const seen: number[] = [];
      for (let call = 0; call < count; call++) seen.push((await send(account)).status);
      return seen;
    };

    expect(await statuses(4)).toEqual([200, 200, 200, 200]);
    vi.advanceTimersByTime(20_000);
    expect(await statuses(2)).toEqual([200, 429]);
    expect((await send(account)).headers.get('Retry-After')).toBe('10');
    expect((await send('/api/v2/partners/otherPA')).status).toBe(200);
    vi.advanceTimersByTime(10_001);
    expect(await statuses(5)).toEqual([200, 200, 200, 200, 429]);
  });

  it('fails on demand, one call each, before or after its work', async () => {
    const { post, json, scenario } = partnerOfSandbox();
    await scenario({ rateLimit: null, partnerApiFaults: ['429', '500', '500-after'] });
    const create = async () => {
      const client = { name: 'Ada', email: 'ada@example.com' };
      return (await post(`${account}/account_sharing/clients`, client)).status;
    };

    expect([await create(), await create()]).toEqual([429, 500]);
    expect(await create()).toBe(500);

    expect(await json(`${account}/clients`)).toMatchObject({ total: 1 });
  });

  it('answers JSON where there is nothing', async () => {
    const { send } = partnerOfSandbox();

    const response = await send('/api/v2/partners/aAbBcCPA/nothing');

    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: 'Not found' });
  });
});
