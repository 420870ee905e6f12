import { connected, ioSignature } from '../handlers';

// Bun.serve({ routes })
export const routes = {
  '/api/io-signature': (request: Request) => ioSignature(request),
  '/connected': connected,
};
