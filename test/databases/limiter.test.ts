// @vitest-environment node
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { postgresStoreSql } from 'react-360dialog-connect/server';
import { expect, it, onTestFinished } from 'vitest';
import { whyMissing } from '../../scripts/system-packages';
import { reportMissing } from '../helpers/report-missing';
import { startPostgres } from './postgres-server';
import { startRedis } from './redis-server';

const script = fileURLToPath(new URL('./take-turns.ts', import.meta.url));
const run = promisify(execFile);

type Turn = { index: number; atMs: number };

/** Each client is that of a process of its own, and takes five turns. */
async function takeTurns(clients: string[], url: string): Promise<Turn[][]> {
  const processes = clients.map(async (client) => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script, client, url, '5']);
    return stdout
      .trim()
      .split('\n')
      .map((line): Turn => JSON.parse(line));
  });
  return Promise.all(processes);
}

function expectOneLimit(turns: Turn[][]): void {
  for (const own of turns) expect(own.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  const times = turns.flat().map(({ atMs }) => atMs);
  const most = times.map((from) => times.filter((at) => at >= from && at < from + 1000).length);
  expect(times).toHaveLength(15);
  expect(Math.max(...most)).toBeLessThanOrEqual(3);
}

const title =
  'limiters of several processes keep to one limit, each in order, and nobody loses a turn';

const noRedis = whyMissing('redis');
if (noRedis) reportMissing('Redis', noRedis);
it.skipIf(noRedis)(`${title}, on one Redis`, async () => {
  const redis = await startRedis();
  onTestFinished(redis.stop);

  expectOneLimit(await takeTurns(['redis', 'ioredis', 'redis'], redis.url));
});

const noPostgres = whyMissing('postgres');
if (noPostgres) reportMissing('PostgreSQL', noPostgres);
it.skipIf(noPostgres)(`${title}, on one PostgreSQL`, async () => {
  const postgres = await startPostgres();
  onTestFinished(postgres.stop);
  const pool = new Pool({ connectionString: postgres.url });
  await pool.query(postgresStoreSql);
  await pool.end();

  expectOneLimit(await takeTurns(['pg', 'pg', 'pg'], postgres.url));
});
