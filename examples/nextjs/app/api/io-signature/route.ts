import { createIoSigner, ioSignatureHandler } from 'react-360dialog-connect/server';
import { sessionOf } from './session';

// Made at the first call, because `next build` loads this file too, and without the secret.
const makeHandler = () =>
  ioSignatureHandler({
    signer: createIoSigner({
      partnerId: process.env.D360_PARTNER_ID,
      platformSecret: process.env.D360_PLATFORM_SECRET,
    }),
    authorize: async (request) => ({ user: (await sessionOf(request))?.userId }),
    rateLimit: { limit: 10, windowSeconds: 60 },
  });

let handler: ReturnType<typeof makeHandler> | undefined;

export function POST(request: Request) {
  handler ??= makeHandler();
  return handler(request);
}
