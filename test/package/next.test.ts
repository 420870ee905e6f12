import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { goThroughHub, type HubStage, openHub, openHubStage, shownResult } from './hub-stage';
import { type Consumer, installConsumer, run } from './packed';

describe('a Next.js app', () => {
  let consumer: Consumer;
  let server: ChildProcess;
  let url: string;
  let stage: HubStage | undefined;

  beforeAll(async () => {
    consumer = await installConsumer([inject('tarball').file], {}, 'examples/nextjs');
    const secret = "require('react-360dialog-connect/sandbox').sandboxPlatformSecret";
    const options = {
      cwd: consumer.folder,
      env: {
        ...process.env,
        NODE_ENV: 'production' as const,
        NEXT_TELEMETRY_DISABLED: '1',
        D360_PARTNER_ID: 'sSiIgGPA',
        D360_PLATFORM_SECRET: await consumer.node('-p', secret),
      },
    };
    await run('npx', ['next', 'build'], options);
    server = spawn('npx', ['next', 'start', '--hostname', 'localhost', '--port', '0'], {
      ...options,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    for await (const data of server.stdout!) {
      text += data;
      if (/http:\/\/localhost:\d+[\s\S]*Ready/.test(text)) break;
    }
    url = /http:\/\/localhost:\d+/.exec(text)![0];
  }, 300_000);

  afterAll(async () => {
    if (server?.pid && server.exitCode === null) {
      const exit = once(server, 'exit');
      process.kill(-server.pid, 'SIGKILL');
      await exit;
    }
    await stage?.close();
    await consumer?.remove();
  });

  test('renders the button on the server', async () => {
    const html = await (await fetch(url)).text();

    expect(html).toContain('class="360dialog-connect-button" data-status="idle"');
    expect(html).toContain('Connect 360dialog</button>');
  });

  test('renders the themed button and its style on the server', async () => {
    const html = await (await fetch(`${url}/themed`)).text();

    expect(html).toContain('<p>0.625rem</p>');
    expect(html).toMatch(/<button type="button" class="[^"]+" data-status="idle">/);
    expect(html).toContain('--_connect-radius-button:var(--connect-radius-button,7px)');
  });

  test('signs by the recipe, for its own users only', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${url}/api/io-signature`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, ...headers },
        body: '{}',
      });

    const signed = await ask({ cookie: 'session=ana' });

    expect(await signed.json()).toEqual({
      io_signature: expect.stringMatching(/^[0-9a-f]{128}$/),
      io_timestamp: expect.any(Number),
    });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ cookie: 'session=ana', origin: 'https://attacker.example' })).status).toBe(
      403,
    );
    expect((await fetch(`${url}/api/io-signature`)).status).toBe(405);
  });

  test('connects a signed-in user, with an IO Signature that the hub takes', async () => {
    stage = await openHubStage(consumer);
    await stage.beginWith(`${url}/connected`);
    await stage.context.addCookies([{ name: 'session', value: 'ana', url }]);
    const app = await stage.open(url);

    await goThroughHub(await openHub(app));

    expect(await shownResult(app)).toMatchObject({
      client: expect.stringMatching(/^\w{8}CL$/),
      channels: [expect.any(String), expect.any(String)],
    });
    expect(app.url()).toBe(`${url}/`);
    expect(stage.noise).toEqual([]);
  });
});
