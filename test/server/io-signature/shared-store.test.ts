// @vitest-environment node
import { SignerBusyError } from 'react-360dialog-connect/server';
import { describe, expect, it } from 'vitest';
import { downFrom, fakeClock, fakeStore, makeSigner, second, signedSeconds } from '../signers';

describe('the store of a signer', () => {
  it('is asked for the partner and the newest second, for 25 hours', async () => {
    const claims: unknown[] = [];
    const signer = makeSigner({
      store: { claim: async (...claim) => claims.push(claim) > 0 },
    });

    await signer.sign();

    expect(claims).toEqual([[`io-signature:aAbBcCPA:${second}`, 25 * 60 * 60]]);
  });

  it('is asked once per signature while nobody else signs', async () => {
    const { store, claims } = fakeStore();
    const signer = makeSigner({ store });

    expect(await signedSeconds(signer, 500)).toEqual(downFrom(second, 500));

    expect(claims).toEqual(downFrom(second, 500));
  });

  it('is not asked again for seconds that were taken', async () => {
    const { store, claims } = fakeStore(downFrom(second, 10));
    const signer = makeSigner({ store });

    expect(await signedSeconds(signer, 1)).toEqual([second - 10]);
    expect(claims).toHaveLength(11);
    expect(await signedSeconds(signer, 3)).toEqual(downFrom(second - 11, 3));

    expect(claims).toHaveLength(14);
  });

  it('is asked few times to find the end of thousands of taken seconds', async () => {
    const { store, claims } = fakeStore(downFrom(second, 20_000));
    const signer = makeSigner({ store });

    const [found] = await signedSeconds(signer, 1);

    expect(found).toBeLessThanOrEqual(second - 20_000);
    expect(found).toBeGreaterThan(second - 22_000);
    expect(claims.length).toBeLessThan(200);
  });

  it('is asked little more than once per signature while others sign as fast', async () => {
    const { store, claims } = fakeStore();
    const signers = [0, 1, 2].map(() => makeSigner({ store }));
    const inTurn = async (signer: (typeof signers)[number]) => {
      const seconds: number[] = [];
      for (let count = 0; count < 1000; count++) {
        seconds.push((await signer.sign()).io_timestamp);
      }
      return seconds;
    };

    const all = (await Promise.all(signers.map(inTurn))).flat();

    expect(new Set(all).size).toBe(3000);
    expect(claims.length).toBeLessThan(3000 * 1.25);
  });

  it('is asked for 2,000 seconds at most for one signature, and for others by the next', async () => {
    const all = downFrom(second, 12 * 60 * 60 + 1);
    const { store, claims } = fakeStore(all);
    const signer = makeSigner({ store });

    await expect(signer.sign()).rejects.toThrow(SignerBusyError);
    expect(claims).toHaveLength(2000);
    await expect(signer.sign()).rejects.toThrow(SignerBusyError);

    expect(claims).toHaveLength(4000);
    expect(new Set(claims).size).toBe(4000);
  });

  it('is asked for every second of 12 hours in the end, however few are free', async () => {
    const all = downFrom(second, 12 * 60 * 60 + 1);
    const free = all.filter((each) => each % 7000 === 0 || each === all.at(-1));
    const { store } = fakeStore(all.filter((each) => !free.includes(each)));
    const signer = makeSigner({ store });

    const seconds: number[] = [];
    for (let calls = 0; calls < 40; calls++) {
      const signed = await signer.sign().catch(() => undefined);
      if (signed) seconds.push(signed.io_timestamp);
    }

    expect(seconds.sort()).toEqual(free.sort());
  });

  it('is not asked for a signature that nobody waits for any more', async () => {
    const { store, claims } = fakeStore();
    const gone = AbortSignal.abort(new Error('gone'));

    await expect(makeSigner({ store }).sign({ signal: gone })).rejects.toThrow('gone');

    expect(claims).toEqual([]);
  });

  it('rejects with what it rejected with, and the second stays free', async () => {
    const cause = new Error('The store is away.');
    const { store } = fakeStore();
    let isAway = true;
    const signer = makeSigner({
      store: {
        async claim(key) {
          if (isAway) throw cause;
          return store.claim(key);
        },
      },
    });

    await expect(signer.sign()).rejects.toBe(cause);
    isAway = false;

    expect(await signedSeconds(signer, 2)).toEqual([second, second - 1]);
  });

  it('rejects with what it threw', async () => {
    const cause = new Error('Synchronous.');
    const signer = makeSigner({
      store: {
        claim() {
          throw cause;
        },
      },
    });

    await expect(signer.sign()).rejects.toBe(cause);
  });

  it.each([undefined, null, 'OK', 1, 0])('must not resolve to %j', async (reply) => {
    const signer = makeSigner({ store: { claim: async () => reply as unknown as boolean } });

    await expect(signer.sign()).rejects.toThrow('store.claim must resolve to true or false.');
  });

  it('is asked again when the clock was set back during the claim', async () => {
    const clock = fakeClock();
    const { store } = fakeStore();
    const signer = makeSigner({
      now: clock.now,
      store: {
        async claim(key) {
          const isOurs = await store.claim(key);
          clock.second = second - 5;
          return isOurs;
        },
      },
    });

    expect(await signedSeconds(signer, 1)).toEqual([second - 5]);
  });
});
