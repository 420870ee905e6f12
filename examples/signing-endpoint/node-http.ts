import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
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
const ioSignature = getRequestListener((request) => handler(request), {
  overrideGlobalObjects: false,
});

export const server = createServer((req, res) => {
  if (req.url === '/api/io-signature') return ioSignature(req, res);
  res.writeHead(404).end();
});
