// @vitest-environment node
import { createHash } from 'node:crypto';
import {
  createPartnerApi,
  createStates,
  memoryStore,
  type OnboardingRedirectOptions,
  onboardingRedirectHandler,
} from 'react-360dialog-connect/server';
import { expect, it, vi } from 'vitest';
import { addClientWithChannels, startHub } from '../partner-api/hub';

async function begin(options: Partial<OnboardingRedirectOptions> = {}) {
  const hub = await startHub();
  const client = addClientWithChannels(hub.state, 1);
  const states = createStates({ store: memoryStore() });
  const state = await states.mint('anna');
  const onResult = vi.fn();
  const onError = vi.fn();
  const handle = onboardingRedirectHandler({
    states,
    api: hub.api(),
    user: () => 'anna',
    onResult,
    onError,
    ...options,
  });
  const query = `client=${client.id}&channels=[${client.channels[0]!.id}]&state=${state}`;
  const visit = (search = query, init?: RequestInit) =>
    handle(new Request(`https://app.example/connected?${search}`, init));
  return { ...hub, client, visit, query, onResult, onError };
}

it('tells a result that holds, once, and leads on', async () => {
  const { visit, client, onResult } = await begin({ next: '/settings/whatsapp' });

  const response = await visit();

  expect([response.status, response.headers.get('location')]).toEqual([303, '/settings/whatsapp']);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(onResult.mock.calls[0]![0]).toMatchObject({ client: client.id });
  expect((await visit()).status).toBe(403);
  expect(onResult).toHaveBeenCalledTimes(1);
});

it('may lead on by what was verified', async () => {
  const { visit, client } = await begin({ next: ({ client }) => `/clients/${client}` });

  expect((await visit()).headers.get('location')).toBe(`/clients/${client.id}`);
});

it('leads on to an address in any language', async () => {
  const { visit, onError } = await begin({ next: '/設定/größe?a=%20&b=c d' });

  const response = await visit();

  expect(onError).not.toHaveBeenCalled();
  expect(response.headers.get('location')).toBe(
    '/%E8%A8%AD%E5%AE%9A/gr%C3%B6%C3%9Fe?a=%20&b=c%20d',
  );
});

it('says that it is finished where the result is stored, and next fails', async () => {
  const error = new TypeError('no channel');
  const { visit, onResult, onError } = await begin({
    next() {
      throw error;
    },
  });

  expect((await visit()).status).toBe(200);
  expect(onResult).toHaveBeenCalledTimes(1);
  expect(onError.mock.calls).toEqual([[error]]);
});

it.each<[string, () => unknown]>([
  ['rejects', () => Promise.reject(new TypeError('no channel'))],
  ['returns a URL', () => new URL('https://app.example.com/settings')],
  ['returns half a letter', () => '/\ud800'],
])('says that it is finished where next %s, and tells why', async (_what, next) => {
  const { visit, onResult, onError } = await begin({ next: next as () => string });

  expect((await visit()).status).toBe(200);
  expect(onResult).toHaveBeenCalledTimes(1);
  expect(onError.mock.calls).toEqual([[expect.any(Error)]]);
});

it('leads on to an address that next resolves to', async () => {
  const { visit } = await begin({ next: (async () => '/settings') as unknown as () => string });

  expect((await visit()).headers.get('location')).toBe('/settings');
});

it('else answers a page that says that it is finished, with one script that closes it', async () => {
  const { visit } = await begin();

  const response = await visit();

  const html = await response.text();
  for (const name of ['script', 'style']) {
    const [, content] = new RegExp(`<${name}>(.*)</${name}>`).exec(html)!;
    const hash = createHash('sha256').update(content!).digest('base64');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain(`${name}-src 'sha256-${hash}'`);
  }
  expect(html).toContain('role="status"');
});

it.each<[string, string, RequestInit | undefined, number, string]>([
  ['no result', 'tab=1', undefined, 400, 'no_result'],
  ['a forged state', 'client=aCL&channels=[]&state=x', undefined, 403, 'state_unknown'],
  ['another method', '', { method: 'POST' }, 405, 'method_not_allowed'],
])('refuses %s', async (_what, search, init, status, error) => {
  const { visit, onResult } = await begin();

  const response = await visit(search, init);

  expect([response.status, await response.json()]).toEqual([status, { error }]);
  expect(onResult).not.toHaveBeenCalled();
});

it.each([null, undefined, ''])('refuses whom nobody knows: %j', async (user) => {
  const { visit, onResult } = await begin({ user: async () => user });

  expect((await visit()).status).toBe(401);
  expect(onResult).not.toHaveBeenCalled();
});

it('asks to come again while nobody knows, and takes the same address then', async () => {
  const onResult = vi
    .fn()
    .mockRejectedValueOnce(
      Object.assign(new Error('busy'), { name: 'PartnerApiError', retryAfterSeconds: 7 }),
    );
  const { visit, onError } = await begin({ onResult });

  const refused = await visit();

  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '7']);
  expect(onError).toHaveBeenCalledTimes(1);
  expect((await visit()).status).toBe(200);
});

it('is 500 where storing fails, and takes the same address afterwards', async () => {
  const onResult = vi.fn().mockRejectedValueOnce(new Error('database away'));
  const { visit } = await begin({ onResult });

  expect((await visit()).status).toBe(500);
  expect((await visit()).status).toBe(200);
});

it.each(['user', 'onResult'])('needs %s', (name) => {
  const states = createStates({ store: memoryStore() });
  const options = { states, user: () => 'anna', onResult() {}, [name]: undefined };

  expect(() => onboardingRedirectHandler(options as never)).toThrow(`${name} is required.`);
});

it.each([
  ['states', { states: undefined }],
  ['states', { states: {} }],
  ['api', { api: undefined }],
  ['api', { apis: [] }],
  ['next', { next: '' }],
  ['next', { next: { pathname: '/settings' } }],
  ['onError', { onError: 'console' }],
])('says at the start that %s is wrong: %j', (name, given) => {
  const states = createStates({ store: memoryStore() });
  const api = createPartnerApi({ partnerId: 'aAbBcCPA', apiKey: 'key' });
  const options = { states, api, user: () => 'anna', onResult() {}, ...given };

  expect(() => onboardingRedirectHandler(options as never)).toThrow(new RegExp(`^${name} must be`));
});
