import { createIoSigner, ioSignatureHandler } from 'react-360dialog-connect/server';
import { sessionOf } from './session';

const handler = ioSignatureHandler({
  // A function, because `next build` loads this file too, and without the secret.
  signer: () =>
    createIoSigner({
      partnerId: process.env.D360_PARTNER_ID,
      platformSecret: process.env.D360_PLATFORM_SECRET,
    }),
  authorize: async (request) => ({ user: (await sessionOf(request))?.userId }),
  rateLimit: { limit: 10, windowSeconds: 60 },
});

export const POST = (request: Request) => handler(request);
