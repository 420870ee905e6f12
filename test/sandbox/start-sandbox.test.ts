// @vitest-environment node
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { type Sandbox, type SandboxOptions, startSandbox } from 'react-360dialog-connect/sandbox';
import { afterEach, expect, it } from 'vitest';

const { Request: originalRequest, Response: originalResponse } = globalThis;

const running: Sandbox[] = [];

async function start(options?: SandboxOptions) {
  const sandbox = await startSandbox(options);
  running.push(sandbox);
  return sandbox;
}

const portOf = ({ url }: Sandbox) => Number(new URL(url).port);

afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.close();
});

it('serves the hub on any free port', async () => {
  const sandbox = await start({ port: 0 });

  expect(sandbox.url).toMatch(/^http:\/\/localhost:\d+$/);
  expect(sandbox.onboardingUrl).toBe(`${sandbox.url}/onboarding/{partnerId}`);
  expect(sandbox.partnerApiUrl).toBe(`${sandbox.url}/api/v2`);
  const hub = sandbox.onboardingUrl.replace('{partnerId}', 'aAbBcCPA');
  const response = await fetch(`${hub}?redirect_url=https://app.example/`);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('Bluebird Software');
});

it('takes the next free port when its default one is busy', async () => {
  const first = await start();
  const second = await start();

  expect(portOf(first)).toBeGreaterThanOrEqual(3600);
  expect(portOf(second)).toBeGreaterThan(portOf(first));
});

it('rejects when the given port is busy', async () => {
  const port = portOf(await start({ port: 0 }));

  await expect(startSandbox({ port })).rejects.toThrow(`Port ${port} on localhost is busy.`);
});

it('counts a port as busy that another program has on one of the two loopback addresses', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };

  await expect(startSandbox({ port })).rejects.toThrow('busy');

  other.close();
});

it('rejects a port that is none', async () => {
  await expect(startSandbox({ port: 70_000 })).rejects.toThrow(/port/);
});

it('names a host that others can open too', async () => {
  expect((await start({ port: 0, host: '127.0.0.1' })).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await start({ port: 0, host: '0.0.0.0' })).url).toMatch(/^http:\/\/localhost:\d+$/);
});

it('closes at once while connections are open, and frees the port', async () => {
  const sandbox = await startSandbox({ port: 0 });
  const port = portOf(sandbox);
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  const ended = new Promise((resolve) => socket.once('close', resolve));

  await sandbox.close();
  await sandbox.close();
  await ended;

  expect(portOf(await start({ port }))).toBe(port);
});

it('refuses a huge body and lives on', async () => {
  const { url } = await start({ port: 0 });

  const headers = { 'Content-Type': 'application/json' };
  const body = '"'.padEnd(1_000_000, 'a');
  const response = await fetch(`${url}/__scenario`, { method: 'POST', headers, body });

  expect(response.status).toBe(413);
  expect((await fetch(url)).status).toBe(200);
});

it('leaves the globals of its process alone', async () => {
  await start({ port: 0 });

  expect(globalThis.Request).toBe(originalRequest);
  expect(globalThis.Response).toBe(originalResponse);
});

it.each(['', ' ', null, 5, {}])(
  'rejects the host %j, which Node takes for every address',
  async (host) => {
    await expect(startSandbox({ port: 0, host: host as string })).rejects.toThrow(TypeError);
  },
);

it.each(['abc', '3999', -1, 1.5, 65_536, Number.NaN, true, {}])(
  'rejects the port %j, which Node may take for a socket of that name',
  async (port) => {
    await expect(startSandbox({ port: port as number })).rejects.toThrow(TypeError);
  },
);

/** A request to the sandbox under any name. */
const askAs = (sandbox: Sandbox, host: string, path = '/', headers = {}, method = 'GET') =>
  new Promise<number>((resolve, reject) => {
    const options = { port: portOf(sandbox), host: '127.0.0.1', path, method };
    const body = method === 'POST' ? '{}' : '';
    request({ ...options, headers: { ...headers, host } }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    })
      .on('error', reject)
      .end(body);
  });

it.each([
  ['localhost', 200],
  ['LOCALHOST:1', 200],
  ['127.0.0.1:3600', 200],
  ['[::1]:3600', 200],
  // A website has such names lead to this machine, and is then of one origin with what it finds there.
  ['evil.example', 421],
  ['localhost.evil.example', 421],
  ['127.0.0.1.evil.example', 421],
  ['192.168.0.7', 421],
  ['0.0.0.0', 421],
  ['local host', 421],
])('answers a request for the host %j with %i', async (host, status) => {
  expect(await askAs(await start({ port: 0 }), host)).toBe(status);
});

it('answers to the name that it was given, and to any where others can reach it', async () => {
  expect(await askAs(await start({ port: 0, host: '127.0.0.1' }), '127.0.0.1')).toBe(200);
  expect(await askAs(await start({ port: 0, host: '0.0.0.0' }), 'my-machine.local')).toBe(200);
});

it.each([
  [undefined, 200],
  ['http://localhost:5173', 200],
  ['https://127.0.0.1:8443', 200],
  ['https://evil.example', 403],
  ['http://localhost.evil.example', 403],
  ['null', 403],
])('lets a page of %s set a scenario: %i', async (origin, status) => {
  const headers = { 'content-type': 'application/json', ...(origin && { origin }) };

  const answer = await askAs(await start({ port: 0 }), 'localhost', '/__scenario', headers, 'POST');

  expect(answer).toBe(status);
});

it.each(['http://localhost:80', 'https://localhost:443', 'http://localhost/', 'localhost', '%'])(
  'answers a page that says its origin is %s',
  async (origin) => {
    const headers = { 'content-type': 'application/json', origin };
    const path = '/partner-backend/sSiIgGPA/io-signature';

    expect(await askAs(await start({ port: 0 }), 'localhost', path, headers, 'POST')).toBe(403);
  },
);

it('closes at once while a page waits for a delayed signature, and lets the process end', async () => {
  const script = `
    import { startSandbox } from './src/sandbox/index.ts';
    const sandbox = await startSandbox({ port: 0 });
    fetch(sandbox.url + '/partner-backend/sSiIgGPA/io-signature?delay=60000', { method: 'POST' })
      .catch(() => {});
    setTimeout(() => sandbox.close(), 300);
  `;
  const child = spawn(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    script,
  ]);

  const [code] = await once(child, 'exit');

  expect(code).toBe(0);
}, 20_000);
