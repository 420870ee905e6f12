// One of several processes that share a limiter: take-turns.ts <client> <port> <count>
import { createLimiter } from 'react-360dialog-connect/server';
import { type ClientName, clients } from './clients';

const [clientName, port, count] = process.argv.slice(2);
const { store, close } = await clients[clientName as ClientName](Number(port));
const limiter = createLimiter({ store, requests: 3, seconds: 1 });

const takeTurn = async (index: number) => {
  await limiter.acquire();
  process.stdout.write(`${JSON.stringify({ index, atMs: Date.now() })}\n`);
};
await Promise.all(Array.from({ length: Number(count) }, (_, index) => takeTurn(index)));
await close();
