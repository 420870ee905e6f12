import { Hono } from 'hono';
import { localPagesOnly } from '../local-pages-only';
import type { SandboxState } from '../state/sandbox-state';

/** `GET /__messages`: what was sent by the messaging API, the newest last. */
export function createSentMessages(state: SandboxState): Hono {
  const routes = new Hono();
  routes.use(...localPagesOnly());
  routes.get('/', (c) => c.json({ messages: [...state.messages.values()] }));
  return routes;
}
