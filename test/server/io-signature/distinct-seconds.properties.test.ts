// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fakeClock, fakeStore, makeSigner } from '../signers';

const hours = (count: number) => count * 60 * 60;

it('several signers of one store never share a second, nor sign the future, in any order', {
  timeout: 60_000,
}, async () => {
  const move = fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: -30, max: 90 }) },
    { weight: 1, arbitrary: fc.integer({ min: -hours(14), max: hours(14) }) },
  );
  const ask = { by: fc.nat({ max: 3 }), calls: fc.integer({ min: 1, max: 40 }) };
  const step = fc.record({ ...ask, move }, { requiredKeys: ['by', 'calls'] });

  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(step, { maxLength: 30 }),
      async (scheduler, steps) => {
        const clock = fakeClock();
        const store = { claim: scheduler.scheduleFunction(fakeStore().store.claim) };
        const signers = [0, 1, 2, 3].map(() => makeSigner({ now: clock.now, store }));
        const calls: { latest: number; signed: Promise<number> }[] = [];

        scheduler.scheduleSequence(
          steps.map(({ by, calls: count, move = 0 }) => async () => {
            clock.second += move;
            // The clock may go back after a second was chosen, so the latest time of a call counts.
            for (const call of calls) call.latest = Math.max(call.latest, clock.second);
            for (let asked = 0; asked < count; asked++) {
              const signed = signers[by]!.sign().then(({ io_timestamp }) => io_timestamp);
              calls.push({ latest: clock.second, signed });
            }
          }),
        );
        await scheduler.waitIdle();
        const seconds = await Promise.all(calls.map(({ signed }) => signed));

        expect(new Set(seconds).size).toBe(seconds.length);
        expect(calls.filter(({ latest }, index) => seconds[index]! > latest)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

it('one signer always takes the newest second that it has not handed out', {
  timeout: 60_000,
}, async () => {
  const step = fc.record({
    move: fc.oneof(fc.constant(0), fc.integer({ min: -50, max: 100 })),
    calls: fc.integer({ min: 1, max: 20 }),
    atOnce: fc.boolean(),
  });
  const newestFree = (taken: Set<number>, now: number) => {
    let newest = now;
    while (taken.has(newest)) newest--;
    return newest;
  };

  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.boolean(), async (steps, hasStore) => {
      const clock = fakeClock();
      const signer = makeSigner({ now: clock.now, ...(hasStore && fakeStore()) });
      const taken = new Set<number>();

      for (const { move, calls, atOnce } of steps) {
        clock.second += move;
        const expected = Array.from({ length: calls }, () => {
          const newest = newestFree(taken, clock.second);
          taken.add(newest);
          return newest;
        });
        const signed: number[] = [];
        const signOne = async () => void signed.push((await signer.sign()).io_timestamp);
        if (atOnce) await Promise.all(expected.map(signOne));
        else for (const _ of expected) await signOne();

        expect(signed.sort()).toEqual(expected.sort());
      }
    }),
    { numRuns: 100 },
  );
});
