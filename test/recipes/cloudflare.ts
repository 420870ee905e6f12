import {
  createIoSigner,
  type IoSignatureHandler,
  ioSignatureHandler,
} from 'react-360dialog-connect/server';
import { sessionOf } from './session';

type Env = { DB: D1Database; D360_PARTNER_ID: string; D360_PLATFORM_SECRET: string };

// Many isolates run at a time, so they claim seconds in a table with a primary key:
// CREATE TABLE io_seconds (partner TEXT, second INTEGER, PRIMARY KEY (partner, second))
// Delete rows of more than 25 hours ago when you like.
const makeHandler = (env: Env) =>
  ioSignatureHandler({
    signer: createIoSigner({
      partnerId: env.D360_PARTNER_ID,
      platformSecret: env.D360_PLATFORM_SECRET,
      reserveSecond: async (partnerId, second) => {
        const insert = env.DB.prepare('INSERT OR IGNORE INTO io_seconds VALUES (?, ?)');
        return (await insert.bind(partnerId, second).run()).meta.changes === 1;
      },
    }),
    authorize: async (request) => ({ user: (await sessionOf(request))?.userId }),
  });

let handler: IoSignatureHandler | undefined;

export default {
  fetch(request: Request, env: Env) {
    handler ??= makeHandler(env);
    return handler(request);
  },
};
