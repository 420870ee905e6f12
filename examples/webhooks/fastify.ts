import Fastify from 'fastify';
import { webhookHandler } from 'react-360dialog-connect/server';
import { on, store } from './your-app';

const handler = webhookHandler({ platformSecret: process.env.D360_PLATFORM_SECRET, store, on });

export const app = Fastify();

// A scope of its own, so that the other routes keep their JSON parser.
app.register(async (scope) => {
  // The signature is over the raw bytes, so they stay bytes here.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  scope.post<{ Body: Buffer }>('/webhooks/360dialog', async ({ headers, body }, reply) => {
    const signature = String(headers['x-360dialog-signature'] ?? '');
    const request = new Request('http://localhost/webhooks/360dialog', {
      method: 'POST',
      headers: { 'x-360dialog-signature': signature },
      body: new Uint8Array(body),
    });
    return reply.send(await handler(request));
  });
});

app.post('/api/echo', async ({ body }) => body);
