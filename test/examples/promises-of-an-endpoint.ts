import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyIoSignature } from 'react-360dialog-connect/server';
import { expect, it, onTestFinished } from 'vitest';

export const partnerId = 'aAbBcCPA';
export const platformSecret = 'platform-secret-for-tests';

/** Asks an endpoint for a signature as the button does. */
type Ask = (headers?: Record<string, string>, init?: RequestInit) => Promise<Response>;

/**
 * What every endpoint promises, whatever server it runs in.
 *
 * @param refusedType the status for what a form can send; a framework may refuse that by itself
 */
export function promisesOfAnEndpoint(makeAsk: () => Promise<Ask>, refusedType: 403 | 415 = 415) {
  it('gives a logged-in user of the same origin a signature that the hub takes', async () => {
    const ask = await makeAsk();

    const response = await ask();

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const answer = (await response.json()) as { io_signature: string; io_timestamp: number };
    await expect(verifyIoSignature({ partnerId, platformSecret, ...answer })).resolves.toEqual({
      partnerId,
      io_timestamp: answer.io_timestamp,
    });
  });

  it('gives each call a second of its own', async () => {
    const ask = await makeAsk();

    const responses = await Promise.all(Array.from({ length: 5 }, () => ask()));

    const answers = await Promise.all(responses.map((response) => response.json()));
    expect(new Set(answers.map(({ io_timestamp }) => io_timestamp)).size).toBe(5);
  });

  it('refuses who is not logged in, other origins and other content types', async () => {
    const ask = await makeAsk();

    expect((await ask({ cookie: '' })).status).toBe(401);
    expect((await ask({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask({ 'content-type': 'text/plain' })).status).toBe(refusedType);
  });
}

const likeTheButton = {
  'content-type': 'application/json',
  'sec-fetch-site': 'same-origin',
  cookie: 'session=anna',
};

/** Asks over HTTP. */
export const askAt =
  (url: string): Ask =>
  (headers, init) =>
    fetch(url, { method: 'POST', body: '{}', headers: { ...likeTheButton, ...headers }, ...init });

/** Calls a fetch handler. */
export const askHandler =
  (handler: (request: Request) => Response | Promise<Response>): Ask =>
  async (headers) =>
    handler(
      new Request('https://app.example/api/io-signature', {
        method: 'POST',
        body: '{}',
        headers: { ...likeTheButton, ...headers },
      }),
    );

/** Serves on a free port until the test ends; the signing endpoint's address. */
export async function listen(server: Server | RequestListener): Promise<string> {
  const running = typeof server === 'function' ? createServer(server) : server;
  await new Promise<void>((resolve) => running.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    running.closeAllConnections();
    await new Promise((resolve) => running.close(resolve));
  });
  return `http://127.0.0.1:${(running.address() as AddressInfo).port}/api/io-signature`;
}
