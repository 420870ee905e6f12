import { connected, ioSignature } from './handlers';

export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/io-signature') return ioSignature(request);
    if (pathname === '/connected') return connected(request);
    return new Response(null, { status: 404 });
  },
};
