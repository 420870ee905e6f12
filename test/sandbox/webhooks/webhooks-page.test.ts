// @vitest-environment node
import { getByRole, queryAllByRole } from '@testing-library/dom';
import { expect, it } from 'vitest';
import type { Visitor } from '../visitor';
import { sandboxWith, startPartnerServer, until } from './partner-server';

const openPage = (visitor: Visitor) => visitor.open('/__webhooks');

it('has a test button per partner, whose event and answer it shows', async () => {
  const partner = await startPartnerServer();
  const { visitor } = await sandboxWith({ webhookUrl: partner.url });
  await openPage(visitor);

  await visitor.press('Send test event to Bluebird Direct');

  expect(partner.handled).toMatchObject([{ kind: 'unknown', event: 'webhook_test' }]);
  expect(visitor.path).toBe('/__webhooks');
  expect(visitor.text).toMatch(/webhook_test\s*to dDeEfFPA/);
  expect(visitor.text).toContain('accepted: 200 {"ok":true}');
});

it('steps a channel by hand from created to live, and tells of each step', async () => {
  const partner = await startPartnerServer();
  const { visitor } = await sandboxWith({ webhookUrl: partner.url, channelLife: 'by-hand' });
  await visitor.onboard();
  await until(() => partner.handled.length === 3);
  partner.handled.length = 0;
  await openPage(visitor);

  for (const step of ['ready', 'running', 'live']) {
    await visitor.press(`Go on to ${step} with +49 30 5550 0101`);
  }

  expect(partner.names()).toEqual(['channel_ready', 'channel_running', 'channel_live']);
  const name = /^Go on to \w+ with \+49 30 5550 0101/;
  expect(queryAllByRole(visitor.document.body, 'button', { name })).toEqual([]);
});

it('sends an event again on demand, with the same ID', async () => {
  const partner = await startPartnerServer();
  const { visitor, webhooks } = await sandboxWith({ webhookUrl: partner.url });
  await openPage(visitor);
  await visitor.press('Send test event to Bluebird Direct');

  await visitor.press('Send again webhook_test');

  expect(partner.handled).toHaveLength(1);
  expect(partner.deliveries).toHaveLength(2);
  expect(webhooks()[0]!.attempts.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
});

it('says when no webhook URL is set, and sends the event once there is one', async () => {
  const partner = await startPartnerServer();
  const { visitor } = await sandboxWith({});
  await openPage(visitor);
  await visitor.press('Send test event to Bluebird Direct');
  expect(visitor.text).toContain('not called: No webhook URL is set.');

  await visitor.scenario({ webhookUrl: partner.url });
  await visitor.press('Send again webhook_test');

  expect(partner.handled).toHaveLength(1);
});

it('tells when an event is sent again', async () => {
  const { visitor } = await sandboxWith({
    webhookUrl: 'http://127.0.0.1:1/',
    webhookPauseMs: 60_000,
  });
  await openPage(visitor);

  await visitor.press('Send test event to Bluebird Direct');

  expect(visitor.text).toMatch(/Sent again at \d\d:\d\d:\d\d\./);
});

it('gives the same as JSON', async () => {
  const { app, visitor, webhooks } = await sandboxWith({});
  await openPage(visitor);
  await visitor.press('Send test event to Bluebird Direct');

  const answer = await app.request('/__webhooks/list');

  expect(await answer.json()).toEqual({ webhooks: webhooks() });
});

it('shows markup of a partner’s answer as text', async () => {
  const { visitor, state } = await sandboxWith({});
  await openPage(visitor);
  await visitor.press('Send test event to Bluebird Direct');
  [...state.webhooks.values()][0]!.attempts[0]!.answer = '<img src=x onerror=alert(1)>';

  await openPage(visitor);

  expect(visitor.text).toContain('<img src=x');
  expect(visitor.document.querySelector('img')).toBeNull();
  getByRole(visitor.document.body, 'heading', { level: 1, name: 'Webhooks' });
});

const post = (body: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  body,
});

it('obeys pages of this machine only', async () => {
  const { app, webhooks } = await sandboxWith({});
  const status = async (Origin: string) =>
    (await app.request('/__webhooks/test', post('partner=aAbBcCPA', { Origin }))).status;

  expect(await status('https://evil.example')).toBe(403);
  expect(await status('null')).toBe(403);
  expect(webhooks()).toEqual([]);
  expect(await status('http://localhost:3600')).toBe(303);
});

it.each([
  ['test', 'partner=a.b'],
  ['send-again', 'webhook=x'],
  ['step', 'channel=x'],
])('answers 404 to %s of what it does not know', async (action, body) => {
  const { app } = await sandboxWith({});

  expect((await app.request(`/__webhooks/${action}`, post(body))).status).toBe(404);
});
