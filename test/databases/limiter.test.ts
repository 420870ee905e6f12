// @vitest-environment node
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyMissing } from '../../scripts/system-packages';
import { reportMissing } from '../helpers/report-missing';
import { startRedis } from './redis-server';

const missing = whyMissing('redis');
if (missing) reportMissing('Redis', missing);

const script = fileURLToPath(new URL('./take-turns.ts', import.meta.url));
const run = promisify(execFile);

type Turn = { index: number; atMs: number };

describe.skipIf(missing)('limiters of several processes on one Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());

  it('keep to one limit, each in order, and nobody loses a turn', async () => {
    const processes = ['redis', 'ioredis', 'redis'].map(async (client) => {
      const args = ['--import', 'tsx', script, client, String(redis.port), '5'];
      const { stdout } = await run(process.execPath, args);
      return stdout
        .trim()
        .split('\n')
        .map((line): Turn => JSON.parse(line));
    });

    const turns = await Promise.all(processes);

    for (const own of turns) expect(own.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    const times = turns.flat().map(({ atMs }) => atMs);
    const most = times.map((from) => times.filter((at) => at >= from && at < from + 1000).length);
    expect(times).toHaveLength(15);
    expect(Math.max(...most)).toBeLessThanOrEqual(3);
  });
});
