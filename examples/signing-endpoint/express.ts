import { getRequestListener } from '@hono/node-server';
import express, { type Request } from 'express';
import { createIoSigner, ioSignatureHandler } from 'react-360dialog-connect/server';
import { connectedListener } from './listeners';
import { userIdOf } from './session';

const handler = ioSignatureHandler({
  signer: () =>
    createIoSigner({
      partnerId: process.env.D360_PARTNER_ID,
      platformSecret: process.env.D360_PLATFORM_SECRET,
    }),
  // Express's own request is the second argument: here is what your middleware put on it.
  authorize: (_, req: Request) => ({ user: userIdOf(req) }),
});

export const app = express();
app.use(express.json());
app.all(
  '/api/io-signature',
  getRequestListener((request, { incoming }) => handler(request, incoming as Request), {
    overrideGlobalObjects: false,
  }),
);
app.all('/connected', connectedListener);
