import { webhookHandler } from 'react-360dialog-connect/server';
import { on, store } from './your-app';

const makeHandler = () =>
  webhookHandler({ platformSecret: process.env.D360_PLATFORM_SECRET, store, on });

// Made at the first request, because `next build` loads this file too, and without the secret.
let handler: ReturnType<typeof makeHandler> | undefined;

export async function POST(request: Request): Promise<Response> {
  handler ??= makeHandler();
  return handler(request);
}
