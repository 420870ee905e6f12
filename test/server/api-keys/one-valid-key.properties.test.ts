// @vitest-environment node
import fc from 'fast-check';
import { createSandboxApp, createSandboxState } from 'react-360dialog-connect/sandbox';
import {
  type ApiKeys,
  createPartnerApi,
  ensureApiKey,
  memoryKeys,
} from 'react-360dialog-connect/server';
import { expect, it } from 'vitest';
import { applyScenario } from '../../../src/sandbox/scenario/scenario';
import { addClientWithChannels, partnerId, unlimited } from '../partner-api/hub';
import { channelId, messagingWebhook } from './channel';

/** What can happen to a call: it stops at its nth step, before that is done or after. */
const calls = fc.array(
  fc.record({
    rotate: fc.boolean(),
    verify: fc.boolean(),
    hasWebhook: fc.boolean(),
    stopsAt: fc.nat({ max: 10 }),
    isDone: fc.boolean(),
  }),
  { maxLength: 12 },
);

/** Does no more than `stopsAt` steps: the world goes on, the call does not. */
function stoppable(stopsAt: number, isDone: boolean) {
  let steps = 0;
  return async <Result>(step: () => Promise<Result>): Promise<Result> => {
    const isLast = steps++ >= stopsAt;
    if (isLast && !isDone) throw new Error('stopped before');
    const result = await step();
    if (isLast) throw new Error('stopped after');
    return result;
  };
}

function startWorld() {
  const state = createSandboxState();
  applyScenario(state, { rateLimit: null });
  addClientWithChannels(state, 1);
  const app = createSandboxApp(state);
  const keys = memoryKeys();
  const ensure = (step: ReturnType<typeof stoppable>, options: object) => {
    const fetch = (request: Request) => step(async () => app.fetch(request));
    const stoppableKeys: ApiKeys = {
      ...keys,
      get: (id) => step(() => keys.get(id)),
      lock: (id, work, signal) =>
        keys.lock(
          id,
          ({ read, write }) =>
            work({ read: () => step(read), write: (key) => step(() => write(key)) }),
          signal,
        ),
    };
    const api = createPartnerApi({
      partnerId,
      apiKey: 'sandbox-partner-api-key',
      baseUrl: 'http://localhost/api/v2',
      limiter: unlimited,
      fetch,
    });
    // A broken connection would be tried again, and the waits between are real.
    const messagingFetch = (request: Request) =>
      fetch(request).catch(() => new Response(null, { status: 400 }));
    const own = { api, keys: stoppableKeys, channelId, fetch: messagingFetch };
    return ensureApiKey({ ...own, ...options });
  };
  return { state, keys, ensure };
}

it('a call that is not stopped ends with one valid key, stored and with its webhook, whatever was before', async () => {
  await fc.assert(
    fc.asyncProperty(calls, async (before) => {
      const { state, keys, ensure } = startWorld();
      for (const { stopsAt, isDone, hasWebhook, ...options } of before) {
        const webhook = hasWebhook && { messagingWebhook };
        await ensure(stoppable(stopsAt, isDone), { ...options, ...webhook }).catch(() => {});
      }

      const { apiKey } = await ensure((step) => step(), { messagingWebhook });

      const valid = state.channelKeys.get(channelId)!;
      expect(apiKey).toBe(valid.apiKey);
      expect((await keys.get(channelId))!.apiKey).toBe(valid.apiKey);
      expect(valid.webhook).toEqual(messagingWebhook);
    }),
    { numRuns: 300 },
  );
});
