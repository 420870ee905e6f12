// One of several processes that serve the webhooks of one partner: webhook-process.ts <database url>
// Its handler does what the test says on the standard input: "succeed", "fail" or "hang".
import { serve } from '@hono/node-server';
import { webhookHandler } from 'react-360dialog-connect/server';
import { connectWebhookDatabase } from './webhook-database';

const database = await connectWebhookDatabase(process.argv[2]!);
const tell = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
let mode = 'succeed';
process.stdin.on('data', (text) => {
  mode = String(text).trim();
  tell({ mode });
});

const handler = webhookHandler({
  platformSecret: 'platform-secret-for-tests',
  store: database.store,
  on: {
    async channel_live({ id }) {
      tell({ handling: id });
      if (mode === 'fail') throw new Error('as the test says');
      if (mode === 'hang') await new Promise(() => {});
      await database.addHandled(`${id}`);
    },
  },
});

serve({ fetch: handler, port: 0, hostname: '127.0.0.1' }, ({ port }) => tell({ port }));
