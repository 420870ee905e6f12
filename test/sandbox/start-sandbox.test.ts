// @vitest-environment node
import { createServer } from 'node:http';
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
