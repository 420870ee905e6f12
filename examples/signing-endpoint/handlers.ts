import { createIoSigner, ioSignatureHandler, redirectPage } from 'react-360dialog-connect/server';
import { sessionOf } from './session';

export const ioSignature = ioSignatureHandler({
  // A function, because a build may load this file, too, and without the secret.
  signer: () =>
    createIoSigner({
      partnerId: process.env.D360_PARTNER_ID,
      platformSecret: process.env.D360_PLATFORM_SECRET,
    }),
  authorize: async (request) => ({ user: (await sessionOf(request))?.userId }),
});

export const connected = redirectPage();
