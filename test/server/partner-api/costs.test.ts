// @vitest-environment node
import { readFileSync } from 'node:fs';
import type { PartnerApi } from 'react-360dialog-connect/server';
import { expect, it } from 'vitest';
import { addClientWithChannels, all, startHub } from './hub';

const known = { name: 'Ada', email: 'ada@example.com' };
const calls: [name: string, call: (api: PartnerApi, clientId: string) => Promise<unknown>][] = [
  ['`getPartner`', (api) => api.getPartner()],
  ['`setUrls`', (api) => api.setUrls({ webhookUrl: 'https://app.example/hook' })],
  ['`listClients`', (api) => all(api.listClients())],
  ['`listChannels`', (api) => all(api.listChannels())],
  ['`getChannel`', (api) => api.getChannel('Ada0CH')],
  ['`listPermissions`', (api, clientId) => api.listPermissions(clientId)],
  ['`createApiKey`', (api) => api.createApiKey('Ada0CH')],
  ['`createClient`', (api) => api.createClient(known)],
  ['`ensureClient`, known', (api) => api.ensureClient(known)],
  ['`ensureClient`, new', (api) => api.ensureClient({ ...known, email: 'new@example.com' })],
  [
    '`submitNumber`',
    (api, clientId) =>
      api.submitNumber({ solutionId: '12345678901234', metaWabaId: '42', clientId }),
  ],
];

it('the guide tells how many calls each function costs', async () => {
  const rows: string[] = [];
  for (const [name, call] of calls) {
    const { api, state, requests } = await startHub();
    const { id } = addClientWithChannels(state, 2);
    await call(api(), id);
    rows.push(`| ${name} | ${requests.length} |`);
  }

  expect(readFileSync('docs/partner-api.md', 'utf8')).toContain(`\n${rows.join('\n')}\n\n`);
});
