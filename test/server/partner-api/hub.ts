import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import {
  createSandboxApp,
  createSandboxState,
  type SandboxState,
  type Scenario,
  sandboxPartnerApiKey,
} from 'react-360dialog-connect/sandbox';
import { createPartnerApi, type PartnerApiOptions } from 'react-360dialog-connect/server';
import { onTestFinished } from 'vitest';
import { applyScenario } from '../../../src/sandbox/scenario/scenario';
import { addClient } from '../../../src/sandbox/state/clients';

export const partnerId = 'aAbBcCPA';

type Answer = (request: Request) => Response | Promise<Response>;

/** Serves a handler over HTTP until the test is over. */
export async function serve(answer: Answer): Promise<string> {
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The sandbox's Partner API over HTTP, without a rate limit unless the scenario has one. */
export async function startHub(scenario: Scenario = {}, state = createSandboxState()) {
  applyScenario(state, { rateLimit: null, ...scenario });
  const app = createSandboxApp(state);
  /** Method, path and query of each request, in the order of their coming. */
  const requests: string[] = [];
  const url = await serve((request) => {
    requests.push(`${request.method} ${request.url.replace(/^http:\/\/[^/]+/, '')}`);
    return app.fetch(request);
  });
  const api = (options: Partial<PartnerApiOptions> = {}) =>
    createPartnerApi({
      partnerId,
      apiKey: sandboxPartnerApiKey,
      baseUrl: `${url}/api/v2`,
      limiter: unlimited,
      ...options,
    });
  return { url, state, requests, api };
}

/** A client of one answer for everything, over HTTP. */
export async function apiOf(answer: Answer, options: Partial<PartnerApiOptions> = {}) {
  const baseUrl = await serve(answer);
  return createPartnerApi({ partnerId, apiKey: 'key', baseUrl, limiter: unlimited, ...options });
}

export const unlimited = { acquire: async () => {} };

/** A client with so many channels, which the partner may use. */
export function addClientWithChannels(state: SandboxState, count: number, name = 'Ada') {
  const client = addClient(state, name, `${name.toLowerCase()}@example.com`, partnerId);
  client.channels = Array.from({ length: count }, (_, index) => ({
    id: `${name}${index}CH`,
    phoneNumber: String(493055500000 + index),
  }));
  state.permissions.set(partnerId, new Set(client.channels.map(({ id }) => id)));
  return client;
}

/** What a list has. */
export async function all<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of list) items.push(item);
  return items;
}

/** What a call rejects with. */
export const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => {
      throw new Error('The call did not fail.');
    },
    (error: unknown) => error,
  );
