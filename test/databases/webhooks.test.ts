// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { whyMissing } from '../../scripts/system-packages';
import { reportMissing } from '../helpers/report-missing';
import { startPostgres } from './postgres-server';
import { startRedis } from './redis-server';
import { startWebhookProcess } from './start-webhook-process';
import { connectWebhookDatabase, type WebhookDatabase } from './webhook-database';

const servers = {
  PostgreSQL: { start: startPostgres, missing: whyMissing('postgres') },
  Redis: { start: startRedis, missing: whyMissing('redis') },
};
for (const [name, { missing }] of Object.entries(servers))
  if (missing) reportMissing(name, missing);

describe.each(Object.entries(servers).filter(([, { missing }]) => !missing))(
  'webhooks in several processes on a real %s',
  (_name, { start }) => {
    let server: Awaited<ReturnType<typeof start>>;
    let database: WebhookDatabase;

    beforeAll(async () => {
      server = await start();
      database = await connectWebhookDatabase(server.url);
    });
    afterAll(async () => {
      await database?.close();
      await server?.stop();
    });
    beforeEach(async () => {
      await database.clear();
    });

    const startTwo = () =>
      Promise.all([startWebhookProcess(server.url), startWebhookProcess(server.url)]);

    it('handle each event once, though every one is sent to all of them several times', async () => {
      const processes = await startTwo();
      const ids = Array.from({ length: 50 }, (_, index) => `evt-${100 + index}`);
      const deliverUntilDone = async (id: string, to: number): Promise<void> => {
        const { status } = await processes[to]!.deliver(id);
        // 360dialog comes again, too.
        if (status !== 200) await deliverUntilDone(id, to);
      };

      await Promise.all(ids.flatMap((id) => [0, 1, 0, 1].map((to) => deliverUntilDone(id, to))));

      expect(await database.handled()).toEqual(ids);
    });

    it('have the event again whose process was killed in its handler', async () => {
      const [first, second] = await startTwo();
      await first.willDo('hang');
      const lost = first.deliver('evt-1').catch(() => 'connection lost');
      await first.isHandling('evt-1');

      await first.kill();

      expect(await lost).toBe('connection lost');
      expect(await second.deliver('evt-1')).toEqual({ status: 503, retryAfter: '5' });
      expect(await database.handled()).toEqual([]);
      await database.passLease();
      expect((await second.deliver('evt-1')).status).toBe(200);
      expect((await second.deliver('evt-1')).status).toBe(200);
      expect(await database.handled()).toEqual(['evt-1']);
    });

    it('have the event again whose handler failed, in any of them and at once', async () => {
      const [first, second] = await startTwo();
      await first.willDo('fail');

      expect((await first.deliver('evt-1')).status).toBe(500);
      expect((await second.deliver('evt-1')).status).toBe(200);

      expect((await first.deliver('evt-1')).status).toBe(200);
      expect(await database.handled()).toEqual(['evt-1']);
    });

    it('remember what is done after all of them were killed', async () => {
      const [first] = await startTwo();
      expect((await first.deliver('evt-1')).status).toBe(200);
      await first.kill();
      const next = await startWebhookProcess(server.url);

      expect((await next.deliver('evt-1')).status).toBe(200);
      await database.passLease();
      expect((await next.deliver('evt-1')).status).toBe(200);

      expect(await database.handled()).toEqual(['evt-1']);
    });
  },
);
