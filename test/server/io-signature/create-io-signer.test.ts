// @vitest-environment node
import {
  createIoSigner,
  type IoSignerOptions,
  SignerBusyError,
} from 'react-360dialog-connect/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  downFrom,
  fakeClock,
  makeSigner,
  partnerId,
  platformSecret,
  second,
  signedSeconds,
} from '../signers';

/** For tests of many thousand seconds, where the signatures do not matter. */
const skipHmac = () =>
  vi.stubGlobal('crypto', {
    subtle: { importKey: async () => ({}), sign: async () => new ArrayBuffer(64) },
  });
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('sign()', () => {
  // printf %s 'aAbBcCPA|1775653748' | openssl dgst -sha512 -hmac 'platform-secret-for-tests'
  it('makes the HMAC-SHA512 that openssl makes', async () => {
    await expect(makeSigner().sign()).resolves.toEqual({
      io_signature:
        '6da41143feac1895172ae822aa55cfb5b0d7b9e9a4bbc9d93787fa4c8196f920' +
        '35688d5e3cce53d7f229a034427636fd74d9aa4f5c7348134babb9cc3db0a1ac',
      io_timestamp: 1_775_653_748,
    });
  });

  // The same command with: -binary | base64 -w0
  it('writes it in base64 when asked to', async () => {
    await expect(makeSigner({ encoding: 'base64' }).sign()).resolves.toMatchObject({
      io_signature:
        'baQRQ/6sGJUXKugiqlXPtbDXuemku8nZN4f6TIGW+SA1aI1ePM5T1/IpoDRCdjb9dNmqT1xzSBNLq7nMPbChrA==',
    });
  });

  // printf %s 'aAbBcCPA|1775653748' | openssl dgst -sha512 -hmac 'schlüssel-🔑'
  it('takes the secret as UTF-8', async () => {
    await expect(makeSigner({ platformSecret: 'schlüssel-🔑' }).sign()).resolves.toMatchObject({
      io_signature: expect.stringMatching(/^a9bf16abf74c33393d3149e59feec579/),
    });
  });

  it('signs with the first of two secrets', async () => {
    const signer = makeSigner({ platformSecret: [platformSecret, 'previous-secret-for-tests'] });

    await expect(signer.sign()).resolves.toEqual(await makeSigner().sign());
  });

  it('gives 20 calls at once 20 seconds, none in the future or a minute old', async () => {
    const signer = createIoSigner({ partnerId: 'twenty', platformSecret });

    const answers = await Promise.all(Array.from({ length: 20 }, () => signer.sign()));

    const now = Math.floor(Date.now() / 1000);
    expect(new Set(answers.map(({ io_signature }) => io_signature)).size).toBe(20);
    for (const { io_timestamp } of answers) {
      expect(String(io_timestamp)).toMatch(/^\d{10}$/);
      expect(io_timestamp).toBeLessThanOrEqual(now);
      expect(io_timestamp).toBeGreaterThan(now - 60);
    }
  });

  it('takes the newest second that was not handed out', async () => {
    const clock = fakeClock();
    const signer = makeSigner({ now: clock.now });

    expect(await signedSeconds(signer, 4)).toEqual(downFrom(second, 4));
    clock.second += 2;
    expect(await signedSeconds(signer, 4)).toEqual([
      second + 2,
      second + 1,
      second - 4,
      second - 5,
    ]);
  });

  it('goes back 12 hours in a burst, then rejects with SignerBusyError', {
    timeout: 30_000,
  }, async () => {
    skipHmac();
    const clock = fakeClock();
    const signer = makeSigner({ now: clock.now });
    const all = 12 * 60 * 60 + 1;

    const seconds = await signedSeconds(signer, all);

    expect(seconds).toEqual(downFrom(second, all));
    const busy = await signer.sign().catch((error: unknown) => error);
    expect(busy).toBeInstanceOf(SignerBusyError);
    expect(busy).toMatchObject({ name: 'SignerBusyError', retryAfterSeconds: 1 });
    clock.second += 1;
    expect(await signedSeconds(signer, 1)).toEqual([second + 1]);
    await expect(signer.sign()).rejects.toThrow(SignerBusyError);
  });

  it('hands no second out again when the clock goes back', async () => {
    const clock = fakeClock();
    const signer = makeSigner({ now: clock.now });
    await signedSeconds(signer, 3);

    clock.second -= 1;
    expect(await signedSeconds(signer, 2)).toEqual([second - 3, second - 4]);
    clock.second -= 100;
    expect(await signedSeconds(signer, 1)).toEqual([second - 101]);
    clock.second = second + 1;
    expect(await signedSeconds(signer, 2)).toEqual([second + 1, second - 5]);
  });

  it('hands no second out again after the clock was a day ahead', async () => {
    const clock = fakeClock();
    const signer = makeSigner({ now: clock.now });
    await signedSeconds(signer, 3);
    clock.second += 24 * 60 * 60;
    await signedSeconds(signer, 3);

    clock.second = second;

    expect(await signedSeconds(signer, 1)).toEqual([second - 3]);
  });

  it('hands no second out again that it had to forget', { timeout: 30_000 }, async () => {
    skipHmac();
    const clock = fakeClock();
    const signer = makeSigner({ now: clock.now });
    // One signature every other second, for 13 hours: more than it can remember.
    const used = new Set<number>();
    for (; clock.second < second + 13 * 60 * 60; clock.second += 2) {
      used.add((await signer.sign()).io_timestamp);
    }

    clock.second = second + 2 * 60 * 60;
    const later = await Promise.allSettled(Array.from({ length: 9000 }, () => signer.sign()));

    const seconds = later.flatMap((each) =>
      each.status === 'fulfilled' ? [each.value.io_timestamp] : [],
    );
    expect(seconds.filter((each) => used.has(each))).toEqual([]);
    expect(new Set(seconds).size).toBe(seconds.length);
  });
});

describe('two signers of one process', () => {
  const sign = () => createIoSigner({ partnerId: 'shared', platformSecret }).sign();

  it('never share a second of one partner', async () => {
    const answers = await Promise.all([sign(), sign(), sign()]);

    expect(new Set(answers.map(({ io_timestamp }) => io_timestamp)).size).toBe(3);
  });

  it('never share one even when the module was loaded twice', async () => {
    const { io_timestamp } = await sign();

    vi.resetModules();
    const copy = await import('react-360dialog-connect/server');
    const signer = copy.createIoSigner({ partnerId: 'shared', platformSecret });

    expect(copy.createIoSigner).not.toBe(createIoSigner);
    expect((await signer.sign()).io_timestamp).not.toBe(io_timestamp);
  });

  it('have each their own seconds when their partners differ', async () => {
    vi.useFakeTimers({ now: second * 1000, toFake: ['Date'] });

    const [one, two] = await Promise.all(
      ['first', 'second'].map((id) => createIoSigner({ partnerId: id, platformSecret }).sign()),
    );

    expect(one?.io_timestamp).toBe(second);
    expect(two?.io_timestamp).toBe(second);
  });
});

describe('createIoSigner', () => {
  it.each([
    undefined,
    null,
    '',
    ' ',
    ' secret',
    'secret ',
    'secret\n',
    '\tsecret',
    '\uFEFFsecret',
    42,
    [],
    ['secret', ''],
    ['secret', undefined],
    ['', 'secret'],
    ['secret', 'secret\r\n'],
    ['secret', 'secret', 'secret'],
  ])('throws at once for the secret %j', (secret) => {
    const make = () => makeSigner({ platformSecret: secret as string });

    expect(make).toThrow(TypeError);
    expect(make).toThrow(/platformSecret/);
  });

  it.each([undefined, '', 'a|1', 'a b', '../x', 'é', 'a\n', 5])(
    'throws at once for the partner ID %j',
    (id) => {
      expect(() => makeSigner({ partnerId: id as string })).toThrow(/partnerId/);
    },
  );

  it('throws at once for an unknown encoding', () => {
    const encoding = 'base64url' as IoSignerOptions['encoding'];

    expect(() => makeSigner({ encoding })).toThrow(/encoding/);
  });

  it.each([
    ['stands at 0', 0],
    ['counts seconds', second],
    ['counts microseconds', second * 1_000_000],
    ['was never set', Date.UTC(2000)],
    ['tells nothing', Number.NaN],
  ])('throws at once when the clock %s', (_, time) => {
    expect(() => makeSigner({ now: () => time })).toThrow(/clock is wrong/);
  });

  it('waits for the clock of a Cloudflare Worker, which starts with the first request', async () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date'] });
    const signer = createIoSigner({ partnerId: 'worker', platformSecret });

    await expect(signer.sign()).rejects.toThrow(/clock is wrong/);
    vi.setSystemTime(second * 1000);
    await expect(signer.sign()).resolves.toMatchObject({ io_timestamp: second });
  });

  it('keeps the secret out of everything that can be printed', async () => {
    const { inspect } = await import('node:util');
    const secret = 'hunter2-the-platform-secret';

    const signer = makeSigner({ platformSecret: secret });
    await signer.sign();

    expect(inspect(signer, { depth: null, showHidden: true })).not.toContain(secret);
    expect(JSON.stringify(signer)).toBe(JSON.stringify({ partnerId }));
    expect(() => makeSigner({ platformSecret: `${secret} ` })).not.toThrow(secret);
    expect(() => makeSigner({ platformSecret: `${secret} ` })).toThrow(/blanks/);
  });
});
