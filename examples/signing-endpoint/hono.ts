import { Hono } from 'hono';
import { connected, ioSignature } from './handlers';

export const app = new Hono();
app.all('/api/io-signature', (c) => ioSignature(c.req.raw));
app.all('/connected', (c) => connected(c.req.raw));
