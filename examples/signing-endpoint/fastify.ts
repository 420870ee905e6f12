import Fastify from 'fastify';
import { connectedListener, ioSignatureListener } from './listeners';

export const app = Fastify();

app.register(async (routes) => {
  // The handlers read their requests themselves, so Fastify leaves the bodies of these alone.
  routes.removeAllContentTypeParsers();
  routes.addContentTypeParser('*', (_request, _body, done) => done(null));

  routes.all('/api/io-signature', (request, reply) => {
    reply.hijack();
    return ioSignatureListener(request.raw, reply.raw);
  });
  routes.all('/connected', (request, reply) => {
    reply.hijack();
    return connectedListener(request.raw, reply.raw);
  });
});
