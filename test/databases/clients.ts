import { Redis } from 'ioredis';
import { redisStore } from 'react-360dialog-connect/server';
import { createClient } from 'redis';

/** The client libraries of the README, each as the user would connect it. */
export const clients = {
  async redis(port: number) {
    const client = await createClient({ socket: { host: '127.0.0.1', port } }).connect();
    return { store: redisStore(client), close: () => client.close() };
  },
  async ioredis(port: number) {
    const client = new Redis(port, '127.0.0.1');
    return { store: redisStore(client), close: () => client.quit() };
  },
};

export type ClientName = keyof typeof clients;
