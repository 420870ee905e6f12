// @vitest-environment node
import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { partnerId, startHub } from '../server/partner-api/hub';
import { channelEvent, signWebhook } from '../server/webhooks/send-webhook';

const signup = { wabaId: '524126980791429', phoneNumberId: '106540352242922' };
const hourMs = 3_600_000;

/** The example beside a hub, in a process that has just begun. */
async function startExample(settings: Record<string, string> = {}) {
  vi.resetModules();
  const hub = await startHub();
  const environment = {
    D360_PARTNER_ID: partnerId,
    D360_PARTNER_API_KEY: 'sandbox-partner-api-key',
    D360_PARTNER_API_URL: `${hub.url}/api/v2`,
    D360_PLATFORM_SECRET: 'platform-secret-for-tests',
    D360_SOLUTION_ID: '12345678901234',
    META_APP_SECRET: 'meta-app-secret-for-tests',
    META_VERIFY_TOKEN: 'verify-me',
    ...settings,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { app } = await import('../../examples/embedded-signup/server');
  const { findLostAnswers } = await import('../../examples/embedded-signup/find-lost-answers');

  const ask = (path: string, user: string, body?: object) =>
    app.request(path, {
      method: 'POST',
      headers: { cookie: `session=${user}` },
      body: JSON.stringify(body ?? {}),
    });
  const begin = async (user: string): Promise<string> =>
    (await (await ask('/api/runs', user)).json()).state;
  return {
    hub,
    findLostAnswers,
    get: (path: string, user = '') => app.request(path, { headers: { cookie: `session=${user}` } }),
    begin,
    launch: async (user: string) => {
      const state = await begin(user);
      const { status } = await ask(`/api/runs/${state}/launch`, user);
      expect(status).toBe(204);
      return state;
    },
    handIn: (user: string, body: object) => ask('/api/signups', user, body),
    ask,
    tellOfChannel: (event: string) => {
      const client = [...hub.state.clients.values()].find(({ channels }) => channels.length > 0)!;
      const body = channelEvent(event, 'channel_live')
        .replaceAll('y9MiLoCH', client.channels[0]!.id)
        .replaceAll('oaY9LLfUCL', client.id);
      const headers = { 'x-360dialog-signature': signWebhook(body) };
      return app.request('/webhooks/360dialog', { method: 'POST', headers, body });
    },
    tellOfAccount: (wabaId: string | undefined, secret = 'meta-app-secret-for-tests') => {
      const value = { event: 'PARTNER_ADDED', waba_info: { waba_id: wabaId } };
      const body = JSON.stringify({ entry: [{ changes: [{ field: 'account_update', value }] }] });
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      const headers = { 'x-hub-signature-256': signature };
      return app.request('/webhooks/meta', { method: 'POST', headers, body });
    },
  };
}

const channelsIn = ({ state }: Awaited<ReturnType<typeof startHub>>) =>
  [...state.clients.values()].flatMap(({ channels }) => channels);

beforeEach(() => vi.unstubAllEnvs());

describe('the example of an Embedded Signup', () => {
  it('brings a number from the signup to its first message', async () => {
    const { hub, begin, handIn, tellOfChannel, get, ask } = await startExample();

    const answer = await handIn('ana', { signup, state: await begin('ana') });
    const told = await tellOfChannel('evt-1');

    expect([answer.status, told.status]).toEqual([200, 200]);
    const [channel] = channelsIn(hub);
    expect(await (await get('/api/numbers', 'ana')).json()).toMatchObject([
      { channelId: channel!.id, isReady: true },
    ]);
    const sent = await ask(`/api/numbers/${channel!.id}/hello`, 'ana', { to: '4930' });
    expect(await sent.json()).toEqual({ ok: true });
    expect([...hub.state.messages.values()]).toMatchObject([{ channelId: channel!.id }]);
  });

  it('shows a tenant nothing of another, nor sends for it', async () => {
    const { hub, begin, handIn, tellOfChannel, get, ask } = await startExample();
    await handIn('ana', { signup, state: await begin('ana') });
    await tellOfChannel('evt-1');

    expect(await (await get('/api/numbers', 'ben')).json()).toEqual([]);
    const sent = await ask(`/api/numbers/${channelsIn(hub)[0]!.id}/hello`, 'ben', { to: '4930' });
    expect(sent.status).toBe(404);
    expect([...hub.state.messages.values()]).toEqual([]);
  });

  it('says when to send the result again', async () => {
    const { begin, handIn } = await startExample({
      D360_PARTNER_API_URL: 'http://127.0.0.1:9/api/v2',
    });

    const answer = await handIn('ana', { signup, state: await begin('ana') });

    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '30']);
  });

  it.each([
    [{ signup: { wabaId: null } }, 400, 'waba_missing'],
    [{ signup, state: 'made-up' }, 403, 'state_unknown'],
  ])('refuses %j', async (body, status, error) => {
    const { hub, handIn } = await startExample();

    const answer = await handIn('ana', body);

    expect([answer.status, await answer.json()]).toEqual([status, { error }]);
    expect(hub.requests).toEqual([]);
  });

  it('has nobody launch the run of another', async () => {
    const { begin, ask } = await startExample();

    expect((await ask(`/api/runs/${await begin('ana')}/launch`, 'ben')).status).toBe(404);
  });

  it.each(['/api/runs', '/api/signups'])(
    'lets nobody in at %s who is not logged in',
    async (path) => {
      const { ask } = await startExample();

      expect((await ask(path, '')).status).toBe(401);
    },
  );

  it('knows whose a number is, though it ends before 360dialog has answered', async () => {
    const { hub, begin, handIn } = await startExample();
    const { api } = await import('../../examples/embedded-signup/partner-api');
    const { tenantsByClient } = await import('../../examples/embedded-signup/your-app');
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(api, 'submitNumber').mockRejectedValueOnce(new Error('ended here'));

    const answer = await handIn('ana', { signup, state: await begin('ana') });

    expect(answer.status).toBe(500);
    const [client] = hub.state.clients.values();
    expect([...tenantsByClient]).toEqual([[client!.id, expect.objectContaining({ id: 'ana' })]]);
    error.mockRestore();
  });

  it('has the webhook come again that overtakes the answer', async () => {
    const { hub, begin, handIn, tellOfChannel } = await startExample();
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const state = await begin('ana');
    const { addClient } = await import('../../src/sandbox/state/clients');
    addClient(hub.state, 'Ana', 'other@app.example', partnerId).channels.push({
      id: 'Ada0CH',
      phoneNumber: '4930',
      metaWabaId: signup.wabaId,
    });

    expect((await tellOfChannel('evt-1')).status).toBe(500);

    hub.state.clients.clear();
    await handIn('ana', { signup, state });
    expect((await tellOfChannel('evt-2')).status).toBe(200);
    error.mockRestore();
  });
});

describe('an answer that got lost in the browser', () => {
  it('is found by Meta’s webhook and the record of the run', async () => {
    const { hub, launch, tellOfAccount, findLostAnswers } = await startExample();
    await launch('ana');

    await tellOfAccount(signup.wabaId);
    expect(await findLostAnswers()).toEqual([]);
    expect(channelsIn(hub)).toEqual([]);

    expect(await findLostAnswers(Date.now() + hourMs)).toEqual([]);
    expect(channelsIn(hub)).toMatchObject([{ metaWabaId: signup.wabaId }]);
  });

  it('is not handed in a second time where the browser comes back after all', async () => {
    const { hub, launch, handIn, tellOfAccount, findLostAnswers } = await startExample();
    const state = await launch('ana');
    await tellOfAccount(signup.wabaId);
    await findLostAnswers(Date.now() + hourMs);

    expect((await handIn('ana', { signup, state })).status).toBe(403);
    expect(channelsIn(hub)).toHaveLength(1);
  });

  it('is for somebody to look at where several tenants could be meant, or none', async () => {
    const { hub, launch, tellOfAccount, findLostAnswers } = await startExample();
    await tellOfAccount('111111111111111');
    vi.useFakeTimers({ now: Date.now() + 1000, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    await launch('ana');
    await launch('ben');
    await tellOfAccount(signup.wabaId);

    const unclear = await findLostAnswers(Date.now() + hourMs);

    expect(unclear).toEqual(['111111111111111', signup.wabaId]);
    expect(channelsIn(hub)).toEqual([]);
  });

  it('is nobody’s who has only looked at the page', async () => {
    const { hub, begin, tellOfAccount, findLostAnswers } = await startExample();
    await begin('ana');
    await tellOfAccount(signup.wabaId);

    expect(await findLostAnswers(Date.now() + hourMs)).toEqual([signup.wabaId]);
    expect(channelsIn(hub)).toEqual([]);
  });

  it('does not keep others from being found where its own state is used up', async () => {
    const { hub, launch, tellOfAccount, findLostAnswers } = await startExample();
    const { states } = await import('../../examples/embedded-signup/partner-api');
    const { runs } = await import('../../examples/embedded-signup/your-app');
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const used = await launch('ana');
    await (await states.lease(used, 'ana')).take();
    await tellOfAccount('111111111111111');
    vi.setSystemTime(Date.now() + 2 * hourMs);
    await launch('ben');
    await tellOfAccount(signup.wabaId);

    expect(await findLostAnswers(Date.now() + hourMs)).toEqual(['111111111111111']);
    expect(channelsIn(hub)).toMatchObject([{ metaWabaId: signup.wabaId }]);
    expect([...runs.values()].map(({ isAnswered }) => isAnswered)).toEqual([false, true]);
  });

  it('is none where the browser has handed it in', async () => {
    const { hub, launch, handIn, tellOfAccount, findLostAnswers } = await startExample();
    await handIn('ana', { signup, state: await launch('ana') });
    await launch('ben');
    await tellOfAccount(signup.wabaId);

    expect(await findLostAnswers(Date.now() + hourMs)).toEqual([]);
    expect(channelsIn(hub)).toHaveLength(1);
  });
});

describe('the webhook of Meta', () => {
  it('takes nothing that Meta has not signed', async () => {
    const { tellOfAccount, findLostAnswers } = await startExample();

    expect((await tellOfAccount(signup.wabaId, 'another-secret')).status).toBe(401);
    expect(await findLostAnswers(Date.now() + hourMs)).toEqual([]);
  });

  it('keeps nothing of a message that names no account', async () => {
    const { tellOfAccount, findLostAnswers } = await startExample();

    expect((await tellOfAccount(undefined)).status).toBe(200);
    expect(await findLostAnswers(Date.now() + hourMs)).toEqual([]);
  });

  it('confirms its address to who knows the token', async () => {
    const { get } = await startExample();
    const query = (token: string) =>
      `?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=7`;

    const right = await get(`/webhooks/meta${query('verify-me')}`);

    expect(await right.text()).toBe('7');
    expect((await get(`/webhooks/meta${query('guessed')}`)).status).toBe(403);
  });
});
