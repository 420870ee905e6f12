import { Hono } from 'hono';
import { webhookHandler } from 'react-360dialog-connect/server';
import { on, store } from './your-app';

const handler = webhookHandler({ platformSecret: process.env.D360_PLATFORM_SECRET, store, on });

export const app = new Hono();
app.all('/webhooks/360dialog', (c) => handler(c.req.raw));
