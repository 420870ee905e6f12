// @vitest-environment node
import { ioSignatureFrom } from 'react-360dialog-connect/core';
import {
  createSandboxApp,
  sandboxPlatformSecret,
  startSandbox,
} from 'react-360dialog-connect/sandbox';
import { createIoSigner } from 'react-360dialog-connect/server';
import { describe, expect, it } from 'vitest';
import { hubPath, Visitor } from '../visitor';

const partnerId = 'sSiIgGPA';

/** Signs as the partner's server would have done so long ago. */
async function sign({ agoSeconds = 0, platformSecret = sandboxPlatformSecret } = {}) {
  const signer = createIoSigner({
    partnerId,
    platformSecret,
    now: () => Date.now() - agoSeconds * 1000,
  });
  const { io_signature, io_timestamp } = await signer.sign();
  return { io_signature, io_timestamp: String(io_timestamp) };
}

const visit = async (parameters: Record<string, string>, app = createSandboxApp()) =>
  new Visitor(app).open(hubPath(parameters, partnerId));

describe('a partner with IO Signatures switched on', () => {
  it('lets a run with a fresh signature start', async () => {
    const visitor = await visit(await sign());

    expect(visitor.heading).toBe('Create your account');
    expect(visitor.path).not.toContain('io_signature');
  });

  it('accepts a signature until it is 24 hours old', async () => {
    const visitor = await visit(await sign({ agoSeconds: 86_400 - 60 }));

    expect(visitor.heading).toBe('Create your account');
  });

  it.each([
    ['none', async () => ({}), 'This link needs a signature'],
    ['no timestamp', async () => ({ io_signature: 'ab' }), 'This link needs a signature'],
    ['junk', async () => ({ ...(await sign()), io_signature: 'zz' }), 'We cannot verify this link'],
    [
      'one of another secret',
      () => sign({ platformSecret: 'another-secret' }),
      'We cannot verify this link',
    ],
    [
      'one of another second',
      async () => ({ ...(await sign()), io_timestamp: '1775653748' }),
      'We cannot verify this link',
    ],
    ['one of 24 hours ago', () => sign({ agoSeconds: 86_400 }), 'This link has expired'],
  ])('shows the client an error page for %s', async (_, parameters, heading) => {
    const visitor = await visit(await parameters());

    expect(visitor.status).toBe(400);
    expect(visitor.heading).toBe(heading);
  });

  it('takes a signature for one run only', async () => {
    const app = createSandboxApp();
    const signature = await sign();
    await visit(signature, app);

    const visitor = await visit(signature, app);

    expect(visitor.status).toBe(400);
    expect(visitor.heading).toBe('This link was used already');
  });

  it('does not spend a signature on a run that could not start', async () => {
    const app = createSandboxApp();
    const signature = await sign();
    await visit({ ...signature, redirect_url: 'nowhere' }, app);

    expect((await visit(signature, app)).heading).toBe('Create your account');
  });
});

it('asks no signature of other partners, until a scenario switches them on', async () => {
  const app = createSandboxApp();
  expect((await new Visitor(app).open(hubPath())).heading).toBe('Create your account');

  await app.request('/__scenario', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"ioSignature": "required"}',
  });

  expect((await new Visitor(app).open(hubPath())).heading).toBe('This link needs a signature');
});

describe('the played partner backend', () => {
  it('signs for the button, each time anew', async () => {
    const sandbox = await startSandbox({ port: 0 });
    const url = `${sandbox.url}/partner-backend/${partnerId}/io-signature`;
    const headers = { origin: 'http://localhost:6006' };
    const fetchIoSignature = ioSignatureFrom(url, { headers });
    const { signal } = new AbortController();

    const first = await fetchIoSignature({ partnerId, signal });
    const second = await fetchIoSignature({ partnerId, signal });
    await sandbox.close();

    expect(first.io_signature).toMatch(/^[0-9a-f]{128}$/);
    expect(second.io_timestamp).not.toBe(first.io_timestamp);
  });

  it('lets a page of this machine ask before it calls', async () => {
    const sandbox = await startSandbox({ port: 0 });

    const response = await fetch(`${sandbox.url}/partner-backend/${partnerId}/io-signature`, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:6006', 'access-control-request-method': 'POST' },
    });
    await sandbox.close();

    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('http://localhost:6006');
  });

  it('delays the answer alone, not the question whether a page may ask', async () => {
    const path = `/partner-backend/${partnerId}/io-signature?delay=60000`;

    // Late, it would come after this test's time.
    const response = await createSandboxApp().request(path, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:6006', 'access-control-request-method': 'POST' },
    });

    expect(response.status).toBe(204);
  });

  it.each([
    ['https://app.example', '', 403],
    ['http://localhost:6006', '?status=401', 401],
    ['http://localhost:6006', '?status=500', 500],
    ['http://localhost:6006', '', 200],
  ])('answers a page of %s that asks for "%s" with %i', async (origin, query, status) => {
    const path = `/partner-backend/${partnerId}/io-signature${query}`;

    const response = await createSandboxApp().request(path, {
      method: 'POST',
      headers: { origin, 'Content-Type': 'application/json' },
      body: '{}',
    });

    expect(response.status).toBe(status);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(
      status === 403 ? null : origin,
    );
  });
});
