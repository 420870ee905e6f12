import {
  createIoSigner,
  type EndpointHandler,
  ioSignatureHandler,
  redirectPage,
} from 'react-360dialog-connect/server';
import { sessionOf } from './session';

type Env = { DB: D1Database; D360_PARTNER_ID: string; D360_PLATFORM_SECRET: string };

// Many isolates run at a time, so they claim seconds in a table with a primary key:
// CREATE TABLE claims (key TEXT PRIMARY KEY, expires_at INTEGER)
// Delete rows whose time has come when you like.
const makeHandler = (env: Env) =>
  ioSignatureHandler({
    signer: createIoSigner({
      partnerId: env.D360_PARTNER_ID,
      platformSecret: env.D360_PLATFORM_SECRET,
      store: {
        async claim(key, ttlSeconds) {
          const insert = env.DB.prepare('INSERT OR IGNORE INTO claims VALUES (?, ?)');
          const expiresAt = Date.now() / 1000 + ttlSeconds;
          return (await insert.bind(key, expiresAt).run()).meta.changes === 1;
        },
      },
    }),
    authorize: async (request) => ({ user: (await sessionOf(request))?.userId }),
  });

let handler: EndpointHandler | undefined;
const connected = redirectPage();

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/connected') return connected(request);
    if (pathname !== '/api/io-signature') return new Response(null, { status: 404 });
    handler ??= makeHandler(env);
    return handler(request);
  },
};
