import { getRequestListener } from '@hono/node-server';
import express from 'express';
import { webhookHandler } from 'react-360dialog-connect/server';
import { on, store } from './your-app';

const handler = webhookHandler({ platformSecret: process.env.D360_PLATFORM_SECRET, store, on });

export const app = express();
// Before any body parser: the signature is over the raw bytes, which a parser takes away.
app.all('/webhooks/360dialog', getRequestListener(handler, { overrideGlobalObjects: false }));

app.use(express.json());
app.post('/api/echo', (req, res) => {
  res.json(req.body);
});
