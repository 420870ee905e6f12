// One of several processes that share a limiter: take-turns.ts <client> <url of the database> <count>
import { Pool } from 'pg';
import { createLimiter, postgresStore } from 'react-360dialog-connect/server';
import { type ClientName, clients } from './clients';

const [clientName, url = '', count] = process.argv.slice(2);

function connectPostgres() {
  const pool = new Pool({ connectionString: url, max: 2 });
  return { store: postgresStore(pool), close: () => pool.end() };
}

const { store, close } =
  clientName === 'pg'
    ? connectPostgres()
    : await clients[clientName as ClientName](Number(new URL(url).port));
const limiter = createLimiter({ store, requests: 3, seconds: 1 });

const takeTurn = async (index: number) => {
  await limiter.acquire();
  process.stdout.write(`${JSON.stringify({ index, atMs: Date.now() })}\n`);
};
await Promise.all(Array.from({ length: Number(count) }, (_, index) => takeTurn(index)));
await close();
