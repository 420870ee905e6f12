import { webhookHandler } from 'react-360dialog-connect/server';
import { type D1, d1Store } from './d1-store';
import { on } from './your-app';

type Env = { DB: D1; D360_PLATFORM_SECRET: string };

export default {
  fetch(request: Request, env: Env): Promise<Response> {
    const handler = webhookHandler({
      platformSecret: env.D360_PLATFORM_SECRET,
      store: d1Store(env.DB),
      on,
    });
    return handler(request);
  },
};
