// @vitest-environment node
import { stateFrom } from 'react-360dialog-connect/core';
import { createStates, memoryStore, stateHandler } from 'react-360dialog-connect/server';
import { expect, it, vi } from 'vitest';
import { ask } from '../requests';

const states = createStates({ store: memoryStore() });
const authorize = () => ({ user: 'anna' });

it('answers a state that is bound to the user and to the runId of the button', async () => {
  const body = JSON.stringify({ runId: '1-22-333' });

  const response = await stateHandler({ states, authorize })(ask({}, { body }));

  const answer = (await response.json()) as { state: string; runId: string };
  expect(answer).toEqual({ state: expect.any(String), runId: '1-22-333' });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await states.take(answer.state, 'anna')).toMatchObject({ runId: '1-22-333' });
});

it('says the runId that it has chosen where the button has none', async () => {
  const { state, runId } = await (await stateHandler({ states, authorize })(ask())).json();

  expect((await states.take(state, 'anna')).runId).toBe(runId);
});

it('refuses whom authorize refuses, other sites, and too many', async () => {
  const rateLimit = { limit: 1, windowSeconds: 60 };
  const handle = stateHandler({ states, authorize, rateLimit });

  expect((await stateHandler({ states, authorize: () => 401 })(ask())).status).toBe(401);
  expect((await handle(ask({ 'sec-fetch-site': 'cross-site' }))).status).toBe(403);
  expect((await handle(ask())).status).toBe(200);
  expect((await handle(ask())).status).toBe(429);
});

it('names the partner of its runs, for verifyResult with several', async () => {
  const handle = stateHandler({ states, authorize, partnerId: 'aAbBcCPA' });

  const { state } = await (await handle(ask())).json();

  expect((await states.take(state, 'anna')).partnerId).toBe('aAbBcCPA');
});

it.each(['', 'a/b', 5, null])('refuses the partnerId %j', (partnerId) => {
  const options = { states, authorize, partnerId } as never;

  expect(() => stateHandler(options)).toThrow(/^partnerId must be/);
});

it('needs states', () => {
  expect(() => stateHandler({ authorize } as never)).toThrow(/^states must be/);
});

it.each([undefined, '', 5])('answers 500 where the states mint %j', async (state) => {
  const onError = vi.fn();
  const own = { mint: async () => state as string };

  const response = await stateHandler({ states: own, authorize, onError })(ask());

  expect(response.status).toBe(500);
  expect(onError.mock.calls).toEqual([[expect.any(TypeError)]]);
});

it.each(['console', {}, true])('refuses the onError %j', (onError) => {
  const options = { states, authorize, onError } as never;

  expect(() => stateHandler(options)).toThrow(/^onError must be a function/);
});

it('is what stateFrom asks', async () => {
  const handle = stateHandler({ states, authorize });
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const { body, headers, method } = init;
    const sent = new Request(url, { body: body!, headers: headers!, method: method! });
    sent.headers.set('sec-fetch-site', 'same-origin');
    return handle(sent);
  });
  const signal = new AbortController().signal;

  const { state } = await stateFrom('https://app.example/api/state')({ runId: '1-22-3', signal });

  expect(await states.take(state, 'anna')).toMatchObject({ runId: '1-22-3' });
  vi.unstubAllGlobals();
});

it.each([{}, { state: '' }, { state: 5 }, null, 'state'])(
  'an endpoint that answers %j has minted nothing',
  async (answer) => {
    vi.stubGlobal('fetch', async () => Response.json(answer));
    const signal = new AbortController().signal;

    await expect(stateFrom('https://app.example/')({ signal })).rejects.toThrow(
      'The endpoint of `stateFrom` must answer',
    );
    vi.unstubAllGlobals();
  },
);
