import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { isLocalOrigin } from './is-local-origin';

/** For tests and demos: pages of this machine may call, websites may not. */
export const localPagesOnly = (): [MiddlewareHandler, MiddlewareHandler] => [
  async (c, next) => {
    const origin = c.req.header('Origin');
    if (origin && !isLocalOrigin(origin)) return c.json({ error: 'Not from a website.' }, 403);
    return next();
  },
  cors({ origin: (origin) => (isLocalOrigin(origin) ? origin : null) }),
];
