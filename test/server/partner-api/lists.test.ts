// @vitest-environment node
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { addClient } from '../../../src/sandbox/state/clients';
import { addClientWithChannels, all, apiOf, failureOf, partnerId, startHub } from './hub';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

describe('a list', () => {
  it('has all 450 channels of three pages, in order, each once', async () => {
    const { state, api, requests } = await startHub();
    const { channels } = addClientWithChannels(state, 450);

    const listed = await all(api().listChannels());

    expect(listed.map(({ id }) => id)).toEqual(channels.map(({ id }) => id));
    expect(requests).toEqual(
      [0, 200, 400].map(
        (offset) => `GET /api/v2/partners/${partnerId}/channels?limit=200&offset=${offset}`,
      ),
    );
  });

  it('fetches a page when its first item is asked for, and begins anew each time', async () => {
    const { state, api, requests } = await startHub();
    addClientWithChannels(state, 450);
    const list = api().listChannels();
    expect(requests).toHaveLength(0);

    for await (const channel of list) if (channel.id === 'Ada10CH') break;
    expect(requests).toHaveLength(1);

    expect(await all(list)).toHaveLength(450);
    expect(requests).toHaveLength(4);
  });

  it('sends filters as strict JSON, and the order', async () => {
    const { state, api, requests } = await startHub();
    const ada = addClientWithChannels(state, 3);
    addClientWithChannels(state, 2, 'Bob');

    const query = { filters: { clientId: ada.id }, sort: '-setup_info.phone_number' };
    const listed = await all(api().listChannels(query));

    expect(listed.map(({ id }) => id)).toEqual(['Ada2CH', 'Ada1CH', 'Ada0CH']);
    const search = new URL(requests[0]!.slice('GET '.length), 'http://hub').searchParams;
    expect(search.get('filters')).toBe(`{"client_id":"${ada.id}"}`);
  });

  it('finds a client by e-mail, in upper or lower case', async () => {
    const { state, api } = await startHub();
    const ada = addClient(state, 'Ada', 'ada@example.com', partnerId);
    addClient(state, 'Bob', 'bob@example.com', partnerId);

    const found = await all(api().listClients({ filters: { email: 'ada@example.com' } }));

    expect(found).toEqual([
      expect.objectContaining({ id: ada.id, name: 'Ada', email: 'ada@example.com' }),
    ]);
  });

  it('takes filters under 360dialog’s own names', async () => {
    const { state, api } = await startHub();
    addClientWithChannels(state, 3);

    const filters = { other: { 'setup_info.phone_number': '493055500001' } };

    expect(await all(api().listChannels({ filters }))).toHaveLength(1);
  });

  it('leaves out what does not fit, where 360dialog takes no notice of a filter', async () => {
    const partner_channels = [
      { id: 'ownCH', client_id: 'ownCL' },
      { id: 'foreignCH', client_id: 'foreignCL' },
    ];
    const api = await apiOf(() => Response.json({ partner_channels, total: 2 }));

    const listed = await all(api.listChannels({ filters: { clientId: 'ownCL' } }));

    expect(listed.map(({ id }) => id)).toEqual(['ownCH']);
    expect(await api.getChannel('goneCH')).toBeNull();
  });

  it('goes on by what came, where a page has less than was asked for, and no total', async () => {
    const ids = Array.from({ length: 25 }, (_, index) => `c${index}CH`);
    const api = await apiOf((request) => {
      const offset = Number(new URL(request.url).searchParams.get('offset'));
      const page = ids.slice(offset, offset + 10);
      return Response.json({ partner_channels: page.map((id) => ({ id })) });
    });

    const listed = await all(api.listChannels());

    expect(listed.map(({ id }) => id)).toEqual(ids);
  });

  it('gives an item once that moves to the next page meanwhile', async () => {
    const pages = [
      ['a', 'b'],
      ['b', 'c'],
    ];
    const api = await apiOf(() => {
      const page = pages.shift() ?? [];
      return Response.json({ clients: page.map((id) => ({ id })), total: 4 });
    });

    const listed = await all(api.listClients());

    expect(listed.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('ends with an error where every page is the first', async () => {
    const api = await apiOf(() => Response.json({ clients: [{ id: 'a' }], total: 9 }));

    expect(await failureOf(all(api.listClients()))).toMatchObject({ code: 'malformed_answer' });
  });

  it.each([
    [{ filters: { client_id: 'x' } }, 'filters has no "client_id"'],
    [{ filters: { clientId: undefined } }, 'filters.clientId must be'],
    [{ filters: { id: '' } }, 'filters.id must be'],
    [{ filters: { constructor: 'x' } }, 'filters has no "constructor"'],
    [{ filters: { other: { a: {} } } }, 'filters.other.a must be'],
    [{ sort: 'a b' }, 'sort must be'],
  ])('refuses %j at once, because it would list everybody', async (query, text) => {
    const { api, requests } = await startHub();

    expect(() => api().listChannels(query as object)).toThrow(TypeError);
    expect(() => api().listChannels(query as object)).toThrow(text);
    expect(requests).toEqual([]);
  });

  it('holds one page in memory at a time, of 10,000 channels', async () => {
    const pages: WeakRef<object>[] = [];
    const api = await apiOf((request) => {
      const offset = Number(new URL(request.url).searchParams.get('offset'));
      const ids = Array.from({ length: 200 }, (_, index) => `c${offset + index}CH`);
      return Response.json({ partner_channels: ids.map((id) => ({ id })), total: 10_000 });
    });

    let count = 0;
    let mostAlive = 0;
    for await (const channel of api.listChannels()) {
      if (count++ % 200 !== 0) continue;
      pages.push(new WeakRef(channel));
      if (pages.length % 10 > 0) continue;
      collectGarbage();
      mostAlive = Math.max(mostAlive, pages.filter((page) => page.deref()).length);
    }

    expect(count).toBe(10_000);
    expect(pages).toHaveLength(50);
    expect(mostAlive).toBeLessThanOrEqual(3);
  });
});
