import { Hono } from 'hono';
import { createIoSigner, ioSignatureHandler } from 'react-360dialog-connect/server';
import { sessionOf } from './session';

const handler = ioSignatureHandler({
  signer: () =>
    createIoSigner({
      partnerId: process.env.D360_PARTNER_ID,
      platformSecret: process.env.D360_PLATFORM_SECRET,
    }),
  authorize: async (request) => ({ user: (await sessionOf(request))?.userId }),
});

export const app = new Hono();
app.all('/api/io-signature', (c) => handler(c.req.raw));
