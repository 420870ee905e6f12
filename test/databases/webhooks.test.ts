// @vitest-environment node
import { Pool } from 'pg';
import { postgresStoreSql } from 'react-360dialog-connect/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { whyMissing } from '../../scripts/system-packages';
import { reportMissing } from '../helpers/report-missing';
import { startPostgres } from './postgres-server';
import { startWebhookProcess } from './start-webhook-process';

const missing = whyMissing('postgres');
if (missing) reportMissing('PostgreSQL', missing);

describe.skipIf(missing)('webhooks in several processes on a real PostgreSQL', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let pool: Pool;

  beforeAll(async () => {
    server = await startPostgres();
    pool = new Pool({ connectionString: server.url, max: 2 });
    await pool.query(postgresStoreSql);
    await pool.query('CREATE TABLE handled (id text)');
  });
  afterAll(async () => {
    await pool?.end();
    await server?.stop();
  });
  beforeEach(async () => {
    await pool.query('TRUNCATE dialog360_store, handled');
  });

  const startTwo = () =>
    Promise.all([startWebhookProcess(server.url), startWebhookProcess(server.url)]);
  const handled = async () =>
    (await pool.query('SELECT id FROM handled ORDER BY id')).rows.map(({ id }) => id);
  /** As if the lease had run out; what is remembered for long stays. */
  const passLease = () =>
    pool.query(`UPDATE dialog360_store SET expires_at = expires_at - interval '61 seconds'`);

  it('handle each event once, though every one is sent to all of them several times', async () => {
    const processes = await startTwo();
    const ids = Array.from({ length: 50 }, (_, index) => `evt-${100 + index}`);
    const deliverUntilDone = async (id: string, to: number): Promise<void> => {
      const { status } = await processes[to]!.deliver(id);
      // 360dialog comes again, too.
      if (status !== 200) await deliverUntilDone(id, to);
    };

    await Promise.all(ids.flatMap((id) => [0, 1, 0, 1].map((to) => deliverUntilDone(id, to))));

    expect(await handled()).toEqual(ids);
  });

  it('have the event again whose process was killed in its handler', async () => {
    const [first, second] = await startTwo();
    await first.willDo('hang');
    const lost = first.deliver('evt-1').catch(() => 'connection lost');
    await first.isHandling('evt-1');

    await first.kill();

    expect(await lost).toBe('connection lost');
    expect(await second.deliver('evt-1')).toEqual({ status: 503, retryAfter: '5' });
    expect(await handled()).toEqual([]);
    await passLease();
    expect((await second.deliver('evt-1')).status).toBe(200);
    expect((await second.deliver('evt-1')).status).toBe(200);
    expect(await handled()).toEqual(['evt-1']);
  });

  it('have the event again whose handler failed, in any of them and at once', async () => {
    const [first, second] = await startTwo();
    await first.willDo('fail');

    expect((await first.deliver('evt-1')).status).toBe(500);
    expect((await second.deliver('evt-1')).status).toBe(200);

    expect((await first.deliver('evt-1')).status).toBe(200);
    expect(await handled()).toEqual(['evt-1']);
  });

  it('remember what is done after all of them were killed', async () => {
    const [first] = await startTwo();
    expect((await first.deliver('evt-1')).status).toBe(200);
    await first.kill();
    const next = await startWebhookProcess(server.url);

    expect((await next.deliver('evt-1')).status).toBe(200);
    await passLease();
    expect((await next.deliver('evt-1')).status).toBe(200);

    expect(await handled()).toEqual(['evt-1']);
  });
});
