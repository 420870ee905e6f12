// @vitest-environment node
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sandboxPartnerApiKey, startSandbox } from 'react-360dialog-connect/sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hubPath, Visitor } from '../visitor';
import { sandboxWith, serve, startPartnerServer, until, wholeLife } from './partner-server';

const account = '/api/v2/partners/aAbBcCPA';
const partnerHeaders = {
  'X-API-Key': sandboxPartnerApiKey,
  'Content-Type': 'application/json',
};

/** A port where nobody listens any more. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the events of an onboarding', () => {
  it('come after the redirect, once and in order, to the URL that was set', async () => {
    const partner = await startPartnerServer();
    const { app } = await sandboxWith({ webhookPauseMs: 50 });
    const body = JSON.stringify({ webhook_url: partner.url });
    await app.request(account, { method: 'PATCH', headers: partnerHeaders, body });
    let beforeRedirect: unknown[] | undefined;
    const request: typeof app.request = async (path, init) => {
      const answer = await app.request(path, init);
      if (answer.headers.has('Location')) beforeRedirect = [...partner.deliveries];
      return answer;
    };

    await new Visitor({ fetch: app.fetch, request, close: app.close }).onboard();
    await until(() => partner.handled.length === wholeLife.length);

    expect(beforeRedirect).toEqual([]);
    expect(partner.names()).toEqual(wholeLife);
    expect(partner.deliveries).toHaveLength(wholeLife.length);
  });

  it('tell of client and channels as the redirect and the Partner API do', async () => {
    const partner = await startPartnerServer();
    const { app, visitor } = await sandboxWith({ webhookUrl: partner.url, webhooks: 'early' });

    await visitor.onboard();

    const clientId = visitor.sent('client');
    const [channelId] = visitor.sent('channels')!.slice(1, -1).split(',');
    expect(partner.handled[0]).toMatchObject({ kind: 'client', clientId, name: 'Ada' });
    expect(partner.handled[1]).toMatchObject({
      kind: 'channel',
      channelId,
      clientId,
      status: 'created',
      phoneNumber: '493055500101',
    });
    const list = await app.request(`${account}/channels`, { headers: partnerHeaders });
    const { partner_channels } = await list.json();
    expect(partner_channels[0]).toMatchObject(JSON.parse(partner.deliveries.at(-2)!.body).data);
  });

  it('come before the redirect with webhooks: early', async () => {
    const partner = await startPartnerServer();
    const { visitor } = await sandboxWith({ webhookUrl: partner.url, webhooks: 'early' });

    await visitor.onboard();

    expect(partner.names()).toEqual(wholeLife);
  });

  it('come ten pauses after the redirect with webhooks: late', async () => {
    const partner = await startPartnerServer();
    const { visitor } = await sandboxWith({ webhookUrl: partner.url, webhooks: 'late' });

    await visitor.open(hubPath());
    await visitor.signUp();
    await visitor.press('Register');
    const beforeMs = Date.now();
    await visitor.press('Allow');
    await until(() => partner.deliveries.length > 0);

    // A clock in milliseconds may lose one of them.
    expect(partner.deliveries[0]!.receivedAtMs - beforeMs).toBeGreaterThanOrEqual(10 * 5 - 1);
  });

  it('come twice with webhooks: twice, and are handled once', async () => {
    const partner = await startPartnerServer();
    const { visitor } = await sandboxWith({ webhookUrl: partner.url, webhooks: 'twice' });

    await visitor.onboard();
    await until(() => partner.deliveries.length === 2 * wholeLife.length);

    expect(partner.names()).toEqual(wholeLife);
    const bodies = partner.deliveries.map(({ body }) => body);
    expect(new Set(bodies).size).toBe(wholeLife.length);
  });

  it('do not come with webhooks: off, and channels run at once', async () => {
    const partner = await startPartnerServer();
    const { app, visitor, webhooks } = await sandboxWith({
      webhookUrl: partner.url,
      webhooks: 'off',
    });

    await visitor.onboard();

    const list = await app.request(`${account}/channels`, { headers: partnerHeaders });
    expect(await list.json()).toMatchObject({ partner_channels: [{ status: 'running' }, {}] });
    expect(webhooks()).toEqual([]);
    expect(partner.deliveries).toEqual([]);
  });

  it('come once, also when the client comes again, and adds a number', async () => {
    const partner = await startPartnerServer();
    const { visitor } = await sandboxWith({ webhookUrl: partner.url, webhooks: 'early' });

    await visitor.onboard();
    await visitor.open(hubPath());
    await visitor.press('Allow');
    await visitor.open(hubPath());
    await visitor.follow('Add a number');
    await visitor.press('Register', { 'Another number': '+49 30 5550 0199' });
    await visitor.press('Allow');

    expect(partner.names()).toEqual([
      ...wholeLife,
      'channel_created',
      'channel_ready',
      'channel_running',
      'channel_live',
    ]);
  });

  it('tell of permission that the client gives by hand', async () => {
    const partner = await startPartnerServer();
    const { visitor } = await sandboxWith({ webhookUrl: partner.url, webhooks: 'early' });
    const numbers = ['+49 30 5550 0101', '+49 30 5550 0102'] as const;
    await visitor.open(hubPath({}, 'dDeEfFPA'));
    await visitor.signUp();
    await visitor.press('Continue');
    await visitor.press('Register');

    await visitor.press('Allow', { [numbers[0]]: true });
    const first = partner.names().splice(0);
    await visitor.open(hubPath({}, 'dDeEfFPA'));
    await visitor.press('Allow', { [numbers[1]]: true });

    const granted = 'channel_permission_granted';
    expect(first.filter((name) => name === granted)).toHaveLength(1);
    expect(partner.names().slice(first.length)).toEqual([granted]);
  });

  it('come for a number that the partner hands in', async () => {
    const partner = await startPartnerServer();
    const { app } = await sandboxWith({ webhookUrl: partner.url, webhooks: 'early' });
    const number = { solution_id: '1', waba_external_id: '22', waba_business_id: '333' };

    const path = `${account}/account_sharing/numbers`;
    const body = JSON.stringify(number);
    await app.request(path, { method: 'POST', headers: partnerHeaders, body });

    expect(partner.names()).toContain('channel_live');
    expect(partner.handled.at(-1)).toMatchObject({ wabaExternalId: '22' });
  });
});

describe('an event that is refused', () => {
  it('comes again with growing pauses until it is accepted', async () => {
    const failures = [new Error('first'), new Error('second'), new Error('third')];
    const partner = await startPartnerServer({
      on: {
        client_created() {
          const failure = failures.shift();
          if (failure) throw failure;
        },
      },
    });
    const { visitor, webhooks } = await sandboxWith({
      webhookUrl: partner.url,
      webhookPauseMs: 20,
      channelLife: 'by-hand',
    });

    await visitor.onboard();
    await until(() => webhooks()[0]?.attempts.length === 4);

    const { attempts } = webhooks()[0]!;
    const pauses = attempts.slice(1).map(({ atMs }, index) => atMs - attempts[index]!.atMs);
    expect(attempts.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'refused',
      'refused',
      'accepted',
    ]);
    expect(attempts[0]!.answer).toMatch(/^500 /);
    // A clock in milliseconds may lose one of them.
    expect(pauses[1]).toBeGreaterThanOrEqual(39);
    expect(pauses[2]).toBeGreaterThanOrEqual(79);
    await until(() => webhooks()[0]!.nextAttemptMs === null);
  });

  it('comes six times and no more', async () => {
    const url = await serve(() => new Response(null, { status: 503 }));
    const { visitor, webhooks } = await sandboxWith({
      webhookUrl: url,
      webhookPauseMs: 1,
      channelLife: 'by-hand',
    });

    await visitor.onboard();
    await until(() => webhooks()[0]?.attempts.length === 6 && !webhooks()[0]!.nextAttemptMs);

    expect(webhooks()[0]!.attempts).toHaveLength(6);
  });

  it('is one that a server with another secret takes for forged', async () => {
    const partner = await startPartnerServer({ platformSecret: 'another-secret' });
    const { visitor, webhooks } = await sandboxWith({
      webhookUrl: partner.url,
      webhooks: 'early',
      channelLife: 'by-hand',
    });

    await visitor.onboard();

    expect(partner.handled).toEqual([]);
    const answer = expect.stringMatching(/^401 \{"error":"unauthorized"/);
    expect(webhooks()[0]!.attempts[0]).toMatchObject({ outcome: 'refused', answer });
  });

  it('is one that was changed on its way', async () => {
    const partner = await startPartnerServer();
    const changing = await serve(async (request) => {
      const body = (await request.text()).replace('Ada', 'Eve');
      return fetch(partner.url, { method: 'POST', headers: request.headers, body });
    });
    const { visitor, webhooks } = await sandboxWith({
      webhookUrl: changing,
      webhooks: 'early',
      channelLife: 'by-hand',
    });

    await visitor.onboard();

    expect(partner.names()).not.toContain('client_created');
    expect(webhooks()[0]!.attempts[0]!.answer).toMatch(/^401 /);
  });
});

describe('webhook URLs', () => {
  it.each([
    'https://app.example/webhooks',
    'http://app.example/webhooks',
    'http://localhost.evil.example/',
    'http://192.168.0.7/',
    'https://localhost/',
  ])('of other machines are not called: %s', async (webhookUrl) => {
    const { visitor, webhooks } = await sandboxWith({ webhookUrl, webhooks: 'early' });

    await visitor.onboard();

    const outcomes = webhooks().flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(wholeLife.map(() => 'not_called'));
  });

  it('lead no further by a redirect', async () => {
    const partner = await startPartnerServer();
    const url = await serve(() => Response.redirect(partner.url, 307));
    const { visitor, webhooks } = await sandboxWith({
      webhookUrl: url,
      webhooks: 'early',
      channelLife: 'by-hand',
    });

    await visitor.onboard();

    expect(partner.deliveries).toEqual([]);
    expect(webhooks()[0]!.attempts[0]).toMatchObject({ outcome: 'refused', answer: '307' });
  });

  it('where nobody listens are told as such', async () => {
    const { visitor, webhooks } = await sandboxWith({
      webhookUrl: `http://127.0.0.1:${await freePort()}/`,
      webhooks: 'early',
      channelLife: 'by-hand',
    });

    await visitor.onboard();

    const answer = 'No answer (ECONNREFUSED).';
    expect(webhooks()[0]!.attempts[0]).toMatchObject({ outcome: 'refused', answer });
  });
});

it('remembers the last hundred events', async () => {
  const { app, webhooks } = await sandboxWith({});
  const body = 'partner=aAbBcCPA';
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };

  for (let count = 0; count < 101; count += 1) {
    await app.request('/__webhooks/test', { method: 'POST', headers, body });
  }

  expect(webhooks()).toHaveLength(100);
});

it('sends nothing of clients whom a reset forgot', async () => {
  const partner = await startPartnerServer();
  const { visitor, state } = await sandboxWith({ webhookUrl: partner.url, webhooks: 'late' });
  await visitor.onboard();

  await visitor.scenario({
    reset: true,
    webhookUrl: partner.url,
    webhooks: 'twice',
    webhookPauseMs: 5,
  });
  await visitor.onboard();
  await until(() => partner.deliveries.length === 2 * wholeLife.length);

  expect(state.webhooks.size).toBe(wholeLife.length);
  expect(new Set(partner.deliveries.map(({ body }) => body)).size).toBe(wholeLife.length);
});

it('gives up a call that waits for its answer when the sandbox closes', async () => {
  const silent = createServer();
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => void silent.close());
  const sandbox = await startSandbox({ port: 0 });
  const webhookUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
  const called = once(silent, 'request');
  await fetch(`${sandbox.url}/__scenario`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ webhookUrl, webhookPauseMs: 0 }),
  });
  const number = { solution_id: '1', waba_external_id: '22', waba_business_id: '333' };
  await fetch(`${sandbox.partnerApiUrl}/partners/aAbBcCPA/account_sharing/numbers`, {
    method: 'POST',
    headers: partnerHeaders,
    body: JSON.stringify(number),
  });

  const [request] = await called;
  const gone = once(request.socket, 'close');
  await sandbox.close();

  await expect(gone).resolves.toBeDefined();
});
