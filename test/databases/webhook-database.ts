import { Pool } from 'pg';
import {
  postgresStore,
  postgresStoreSql,
  redisStore,
  type Store,
} from 'react-360dialog-connect/server';
import { createClient } from 'redis';

/** A database that processes with webhooks share, and that keeps which events they have handled. */
export type WebhookDatabase = {
  store: Store;
  addHandled(id: string): Promise<unknown>;
  /** In order. */
  handled(): Promise<string[]>;
  /** As if the lease had run out; what is remembered for long stays. */
  passLease(): Promise<unknown>;
  clear(): Promise<unknown>;
  close(): Promise<unknown>;
};

const leaseSeconds = 61;

async function connectPostgres(url: string): Promise<WebhookDatabase> {
  const pool = new Pool({ connectionString: url, max: 2 });
  return {
    store: postgresStore(pool),
    addHandled: (id) => pool.query('INSERT INTO handled (id) VALUES ($1)', [id]),
    handled: async () =>
      (await pool.query('SELECT id FROM handled ORDER BY id')).rows.map(({ id }) => id),
    passLease: () =>
      pool.query(`UPDATE dialog360_store
        SET expires_at = expires_at - interval '${leaseSeconds} seconds'`),
    clear: () =>
      pool.query(`${postgresStoreSql};
        CREATE TABLE IF NOT EXISTS handled (id text);
        TRUNCATE dialog360_store, handled`),
    close: () => pool.end(),
  };
}

async function connectRedis(url: string): Promise<WebhookDatabase> {
  const client = await createClient({ url }).connect();
  return {
    store: redisStore(client),
    addHandled: (id) => client.rPush('handled', id),
    handled: async () => (await client.lRange('handled', 0, -1)).sort(),
    async passLease() {
      for (const key of await client.keys('*')) {
        const seconds = await client.ttl(key);
        if (seconds >= 0 && seconds < leaseSeconds) await client.del(key);
      }
    },
    clear: () => client.flushDb(),
    close: () => client.close(),
  };
}

export const connectWebhookDatabase = (url: string): Promise<WebhookDatabase> =>
  url.startsWith('redis:') ? connectRedis(url) : connectPostgres(url);
