// @vitest-environment node
import fc from 'fast-check';
import { createPartnerApi } from 'react-360dialog-connect/server';
import { expect, it } from 'vitest';
import { failureOf, partnerId, unlimited } from './hub';

/** Texts that would lead a call elsewhere, in whole or in part, and anything at all. */
const strange = fc.oneof(
  fc.constantFrom('', '.', '..', '../..', '%2e%2e', '%2f', '?', '#', '/', '\\', 'a b', 'ä', 'a\n'),
  fc
    .tuple(
      fc.stringMatching(/^\w{0,8}$/),
      fc.constantFrom('../', '%2f', '%2F', '?', '#', '/', ';', '\\', '\0', '@', '\n', ' ', '.'),
      fc.stringMatching(/^\w{0,8}$/),
    )
    .map((parts) => parts.join('')),
  fc.string().filter((text) => !/^[\w-]{1,128}$/.test(text)),
  fc.stringMatching(/^\w{129,140}$/),
  fc.constantFrom<unknown>(null, undefined, 7, {}, ['a'], Symbol('id')),
);

const requests: Request[] = [];
const api = createPartnerApi({
  partnerId,
  apiKey: 'key',
  limiter: unlimited,
  async fetch(request) {
    requests.push(request);
    return new Response(null, { status: 404 });
  },
});
const number = { solutionId: '12345678901234', metaWabaId: '42' };

it('an ID that could leave its path is refused before anything is sent, and not repeated', async () => {
  await fc.assert(
    fc.asyncProperty(strange, async (given) => {
      const id = given as string;
      const calls = [
        api.getChannel(id),
        api.createApiKey(id),
        api.listPermissions(id),
        api.submitNumber({ ...number, clientId: id ?? null }),
      ];
      for (const call of calls) {
        const error = await failureOf(call);
        expect(error).toBeInstanceOf(TypeError);
        const { message } = error as Error;
        expect(message).toMatch(/^(channelId|clientId) must be an ID: /);
        if (typeof given === 'string' && given.length > 3) expect(message).not.toContain(given);
      }
    }),
  );
  expect(requests).toEqual([]);
});

it('an ID of the hub’s kind stands in its path as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[\w-]{1,128}$/), async (id) => {
      await failureOf(api.createApiKey(id));

      const { pathname, search } = new URL(requests.pop()!.url);
      expect(pathname).toBe(`/api/v2/partners/${partnerId}/channels/${id}/api_keys`);
      expect(search).toBe('');
    }),
  );
});
