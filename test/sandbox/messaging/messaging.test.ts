// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { account, partnerOfSandbox } from '../partner-api/partner-api-client';

/** A channel of a client who has onboarded, with its API key. */
async function channelWithKey() {
  const sandbox = partnerOfSandbox();
  await sandbox.visitor.onboard();
  const { partner_channels } = await sandbox.json(`${account}/channels`);
  const { id } = partner_channels[0];
  const answer = await sandbox.post(`${account}/channels/${id}/api_keys`, {});
  const headers = { 'D360-API-KEY': (await answer.json()).api_key };
  return { ...sandbox, id, headers };
}

describe('the messaging API of the sandbox', () => {
  it('repeats the webhook that was set, and keeps it', async () => {
    const { post, send, headers } = await channelWithKey();
    const webhook = { url: 'https://app.example/messages', headers: { 'X-Secret': 'x' } };

    const set = await post('/v1/configs/webhook', webhook, headers);

    expect(await set.json()).toEqual(webhook);
    expect(await (await send('/v1/configs/webhook', { headers })).json()).toEqual(webhook);
  });

  it('shows what was sent, by which channel', async () => {
    const { post, json, id, headers } = await channelWithKey();
    const message = {
      messaging_product: 'whatsapp',
      to: '+49 30 1',
      type: 'text',
      text: { body: 'Hi' },
    };

    const sent = await (await post('/messages', message, headers)).json();

    expect(sent.contacts).toEqual([{ input: '+49 30 1', wa_id: '49301' }]);
    expect(await json('/__messages')).toEqual({
      messages: [
        { id: sent.messages[0].id, channelId: id, sentAt: expect.any(String), body: message },
      ],
    });
  });

  it('shows it to pages of this machine only', async () => {
    const { app } = await channelWithKey();
    const askedBy = async (origin: string) =>
      (await app.request('/__messages', { headers: { Origin: origin } })).status;

    expect(await askedBy('http://localhost:6006')).toBe(200);
    expect(await askedBy('https://evil.example')).toBe(403);
  });

  it.each([
    ['/messages', { to: '49301' }, 400],
    ['/v1/configs/webhook', { url: 'ftp://x' }, 400],
  ])('refuses at %s what it cannot take: %j', async (path, body, status) => {
    const { post, headers } = await channelWithKey();

    expect((await post(path, body, headers)).status).toBe(status);
    expect((await post(path, body, { 'D360-API-KEY': 'wrong' })).status).toBe(401);
  });
});
