import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import {
  createSandboxApp,
  createSandboxState,
  type Scenario,
  sandboxPlatformSecret,
} from 'react-360dialog-connect/sandbox';
import {
  memoryStore,
  type WebhookEvent,
  type WebhookHandlerOptions,
  webhookHandler,
} from 'react-360dialog-connect/server';
import { onTestFinished, vi } from 'vitest';
import { Visitor } from '../visitor';

/** Serves over HTTP until the test ends; tells the address. */
export async function serve(
  answer: (request: Request) => Response | Promise<Response>,
): Promise<string> {
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
}

const channelEvents = [
  'channel_created',
  'channel_ready',
  'channel_running',
  'channel_live',
  'channel_permission_granted',
] as const;

/** A partner's server with `webhookHandler`: what it handled, and how often each event was delivered. */
export async function startPartnerServer(options: Partial<WebhookHandlerOptions> = {}) {
  const handled: WebhookEvent[] = [];
  const deliveries: { body: string; receivedAtMs: number }[] = [];
  const keep = (event: WebhookEvent) => void handled.push(event);
  const url = await serve(
    webhookHandler({
      platformSecret: sandboxPlatformSecret,
      store: memoryStore(),
      on: {
        client_created: keep,
        ...Object.fromEntries(channelEvents.map((name) => [name, keep])),
      },
      onUnknown: keep,
      record: ({ body, receivedAtMs }) =>
        void deliveries.push({ body: new TextDecoder().decode(body), receivedAtMs }),
      ...options,
    }),
  );
  const names = () => handled.map(({ event }) => event);
  return { url, handled, deliveries, names };
}

/** A sandbox whose partners have this scenario. It ends with the test. */
export async function sandboxWith(scenario: Scenario) {
  const state = createSandboxState();
  const app = createSandboxApp(state);
  onTestFinished(() => app.close());
  const visitor = new Visitor(app);
  const answer = await visitor.scenario({ webhookPauseMs: 5, ...scenario });
  if (answer.status !== 200) throw new Error(await answer.text());
  const webhooks = () => [...state.webhooks.values()];
  return { state, app, visitor, webhooks };
}

/** Until it is so; over HTTP, nobody tells when. */
export const until = (isSo: () => boolean): Promise<void> =>
  vi.waitFor(
    () => {
      if (!isSo()) throw new Error('It has not come to it.');
    },
    { timeout: 10_000, interval: 5 },
  );

/** Everything that is told of two new numbers, in order. */
export const wholeLife = [
  'client_created',
  ...channelEvents.slice(0, 4).flatMap((name) => [name, name]),
];
