// One of several processes that sign for one partner: sign-many.ts <client> <port> <count>
import { once } from 'node:events';
import { createIoSigner } from 'react-360dialog-connect/server';
import { type ClientName, clients } from './clients';

const [clientName, port, count] = process.argv.slice(2);
const { store, close } = await clients[clientName as ClientName](Number(port));
let claims = 0;
const signer = createIoSigner({
  partnerId: 'aAbBcCPA',
  platformSecret: 'platform-secret-for-tests',
  store: {
    claim(...claim) {
      claims++;
      return store.claim(...claim);
    },
  },
});

const tell = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
tell({ ready: true });
await once(process.stdin, 'data');

let left = Number(count);
async function signInTurn() {
  while (left-- > 0) {
    const answer = await signer.sign();
    tell({ ...answer, at: Date.now() });
  }
}
await Promise.all(Array.from({ length: 10 }, signInTurn));
tell({ claims });
await close();
process.stdin.destroy();
