// @vitest-environment node
import { createIoSigner, verifyIoSignature } from 'react-360dialog-connect/server';
import { createClient } from 'redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { whyMissing } from '../../scripts/system-packages';
import { reportMissing } from '../helpers/report-missing';
import { promisesOfOurStore } from '../server/store/promises-of-a-store';
import { type ClientName, clients } from './clients';
import { startRedis } from './redis-server';
import { type Answer, startSigningProcess } from './signing-process';

const missing = whyMissing('redis');
if (missing) reportMissing('Redis', missing);

const partnerId = 'aAbBcCPA';
const platformSecret = 'platform-secret-for-tests';
const names = Object.keys(clients) as ClientName[];

describe.skipIf(missing)('redisStore on a real Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  const look = async () => {
    const client = createClient({ socket: { host: '127.0.0.1', port: redis.port } });
    await client.connect();
    onTestFinished(() => client.close());
    return client;
  };

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.stop());
  beforeEach(async () => {
    await (await look()).flushAll();
  });

  const connect = async (name: ClientName) => {
    const { store, close } = await clients[name](redis.port);
    onTestFinished(async () => void (await close()));
    return store;
  };

  describe.each(names)('with a client of %s', (name) => {
    promisesOfOurStore(() => connect(name));
  });

  it.each(names)('lets one of all clients have a claim, and a value (%s)', async (name) => {
    const all = await Promise.all([...names, name].map(connect));
    await all[0]!.put('state', 'anna', 60);

    const claims = await Promise.all(all.map((store) => store.claim('second', 60)));
    const values = await Promise.all(all.map((store) => store.take('state')));

    expect(claims.filter(Boolean)).toEqual([true]);
    expect(values.filter(Boolean)).toEqual(['anna']);
  });

  it.each(names)('names its keys, and lets them expire (%s)', async (name) => {
    const store = await connect(name);

    await store.claim('io-signature:aAbBcCPA:1775653748', 90_000);
    await store.put('state:x', 'anna', 3600);

    const client = await look();
    const keys = (await client.keys('*')).sort();
    expect(keys).toEqual([
      '360dialog:claim:io-signature:aAbBcCPA:1775653748',
      '360dialog:value:state:x',
    ]);
    const [claimed, put] = await Promise.all(keys.map((key) => client.ttl(key)));
    expect(claimed).toBeGreaterThan(90_000 - 10);
    expect(claimed).toBeLessThanOrEqual(90_000);
    expect(put).toBeGreaterThan(3600 - 10);
    expect(put).toBeLessThanOrEqual(3600);
  });

  it.each(names)('gives nothing out when Redis refuses (%s)', async (name) => {
    const signer = createIoSigner({
      partnerId,
      platformSecret,
      store: await connect(name),
    });
    const client = await look();
    await client.sendCommand(['ACL', 'SETUSER', 'default', '-set']);

    await expect(signer.sign()).rejects.toThrow('NOPERM');

    await client.sendCommand(['ACL', 'SETUSER', 'default', '+set']);
    const second = Math.floor(Date.now() / 1000);
    expect((await signer.sign()).io_timestamp).toBeGreaterThanOrEqual(second);
  });

  const expectAllDistinct = async (answers: Answer[]) => {
    expect(new Set(answers.map(({ io_timestamp }) => io_timestamp)).size).toBe(answers.length);
    expect(new Set(answers.map(({ io_signature }) => io_signature)).size).toBe(answers.length);
    expect(answers.filter(({ io_timestamp, at }) => io_timestamp * 1000 > at)).toEqual([]);
    await Promise.all(
      answers.map((answer) => verifyIoSignature({ partnerId, platformSecret, ...answer })),
    );
  };

  it.each([
    ['redis', 'redis'],
    ['ioredis', 'ioredis'],
    ['redis', 'ioredis'],
  ] as const)(
    'shares seconds between two processes of 2,000 signatures each (%s, %s)',
    { timeout: 60_000 },
    async (...pair) => {
      const processes = await Promise.all(
        pair.map((name) => startSigningProcess(name, redis.port, 2000)),
      );

      for (const process of processes) process.go();
      const ends = await Promise.all(processes.map((process) => process.end()));

      expect(ends.map(({ code }) => code)).toEqual([0, 0]);
      expect(processes.map(({ answers }) => answers.length)).toEqual([2000, 2000]);
      await expectAllDistinct(processes.flatMap(({ answers }) => answers));
      const claims = ends.reduce((sum, end) => sum + end.claims, 0);
      process.stdout.write(`${pair.join(' and ')}: ${claims} claims for 4000 signatures\n`);
      expect(claims).toBeLessThan(4000 * 1.5);
    },
  );

  it('loses nothing for the other process when one is killed midway', {
    timeout: 60_000,
  }, async () => {
    const [killed, other] = await Promise.all([
      startSigningProcess('redis', redis.port, 2000),
      startSigningProcess('ioredis', redis.port, 2000),
    ]);
    killed.killAfter(500);

    for (const process of [killed, other]) process.go();
    const ends = await Promise.all([killed.end(), other.end()]);

    expect(ends.map(({ code }) => code)).toEqual([null, 0]);
    expect(killed.answers.length).toBeLessThan(2000);
    expect(other.answers.length).toBe(2000);
    await expectAllDistinct([...killed.answers, ...other.answers]);
  });
});
