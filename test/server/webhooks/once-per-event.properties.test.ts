// @vitest-environment node
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWorld, leaseSeconds } from './played-processes';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => void vi.useRealTimers());

const passLease = () => vi.advanceTimersByTime(leaseSeconds * 1000);
const atOnce = async () => {};

const keys = ['evt-1', 'evt-2'];
const processes = 3;
const delivery = fc.record({
  kind: fc.constant('delivery' as const),
  key: fc.constantFrom(...keys),
  to: fc.nat({ max: processes - 1 }),
  willFail: fc.boolean(),
});
const kill = fc.record({
  kind: fc.constant('kill' as const),
  of: fc.nat({ max: processes - 1 }),
});
const wait = fc.record({
  kind: fc.constant('wait' as const),
  seconds: fc.integer({ min: 1, max: leaseSeconds + 10 }),
});
type ValueOf<Each> = Each extends fc.Arbitrary<infer Value> ? Value : never;
type Step = ValueOf<typeof delivery> | ValueOf<typeof kill> | ValueOf<typeof wait>;

/** Plays the steps in any order of what they lead to, and ends as 360dialog does: it sends until yes. */
async function play(scheduler: fc.Scheduler, steps: Step[]) {
  const world = createWorld();
  const start = () => world.startProcess((where) => scheduler.schedule(Promise.resolve(), where));
  const running = Array.from({ length: processes }, start);
  const wrongAnswers: string[] = [];

  scheduler.scheduleSequence(
    steps.map((step) => async () => {
      if (step.kind === 'wait') return void vi.advanceTimersByTime(step.seconds * 1000);
      if (step.kind === 'kill') {
        running[step.of]!.kill();
        // Whatever watches over it starts another one.
        running[step.of] = start();
        return;
      }
      const { key, to, willFail } = step;
      void running[to]!.deliver(key, willFail).then((answer) => {
        if (answer === 'done' && world.successesOf(key) === 0) wrongAnswers.push(key);
      });
    }),
  );
  await scheduler.waitIdle();

  passLease();
  const last = world.startProcess(atOnce);
  const answers = await Promise.all(keys.map((key) => last.deliver(key)));
  const successes = keys.map(world.successesOf);
  passLease();
  const repeated = await Promise.all(keys.map((key) => last.deliver(key)));
  return { world, wrongAnswers, answers, successes, repeated };
}

it('every event is handled, and then remembered, in any order of deliveries, failures, kills and time', {
  timeout: 120_000,
}, async () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: delivery },
      { weight: 1, arbitrary: kill },
      { weight: 1, arbitrary: wait },
    ),
    { maxLength: 25 },
  );

  await fc.assert(
    fc.asyncProperty(fc.scheduler(), steps, async (scheduler, all) => {
      const { world, wrongAnswers, answers, successes, repeated } = await play(scheduler, all);

      expect(wrongAnswers).toEqual([]);
      expect(world.overlaps).toEqual([]);
      expect(answers).toEqual(['done', 'done']);
      expect(Math.min(...successes)).toBeGreaterThanOrEqual(1);
      expect(repeated).toEqual(['done', 'done']);
      expect(keys.map(world.successesOf)).toEqual(successes);
    }),
    { numRuns: 300 },
  );
});

it('every event is handled once, whatever fails, while nobody is killed or slow', {
  timeout: 120_000,
}, async () => {
  const steps = fc.array(delivery, { maxLength: 25 });

  await fc.assert(
    fc.asyncProperty(fc.scheduler(), steps, async (scheduler, all) => {
      const { successes, repeated } = await play(scheduler, all);

      expect(successes).toEqual([1, 1]);
      expect(repeated).toEqual(['done', 'done']);
    }),
    { numRuns: 150 },
  );
});

it('every event is handled at most once more for each kill', { timeout: 120_000 }, async () => {
  const steps = fc.array(fc.oneof({ weight: 3, arbitrary: delivery }, kill), { maxLength: 25 });

  await fc.assert(
    fc.asyncProperty(fc.scheduler(), steps, async (scheduler, all) => {
      const { successes } = await play(scheduler, all);

      const kills = all.filter((step) => step.kind === 'kill').length;
      expect(Math.min(...successes)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...successes)).toBeLessThanOrEqual(1 + kills);
    }),
    { numRuns: 150 },
  );
});

/** Delivers to a process that is killed at the step of that number. @returns where that was, if it got there */
async function deliverAndKill(world: ReturnType<typeof createWorld>, step: number) {
  let count = 0;
  let killedAt: string | undefined;
  await new Promise<void>((resolve) => {
    const process = world.startProcess(async (where) => {
      if (count++ !== step) return;
      killedAt = where;
      process.kill();
      resolve();
    });
    void process.deliver('evt-1').then(() => resolve());
  });
  return killedAt;
}

it('a kill at any step of the first delivery leaves the event to the next one', async () => {
  const places: (string | undefined)[] = [];
  for (let step = 0; places.at(-1) !== undefined || step === 0; step++) {
    const world = createWorld();
    places.push(await deliverAndKill(world, step));
    const before = world.successesOf('evt-1');
    passLease();

    expect(await world.startProcess(atOnce).deliver('evt-1')).toBe('done');

    expect(before).toBeLessThanOrEqual(1);
    expect(world.successesOf('evt-1')).toBeGreaterThanOrEqual(1);
    expect(world.successesOf('evt-1')).toBeLessThanOrEqual(1 + before);
  }

  expect(places).toContain('in the handler');
  expect(places.length).toBeGreaterThan(10);
});

it('a kill at any step of a repeated delivery never has a done event handled again', async () => {
  const places: (string | undefined)[] = [];
  for (let step = 0; places.at(-1) !== undefined || step === 0; step++) {
    const world = createWorld();
    await world.startProcess(atOnce).deliver('evt-1');
    places.push(await deliverAndKill(world, step));
    passLease();

    expect(await world.startProcess(atOnce).deliver('evt-1')).toBe('done');

    expect(world.successesOf('evt-1')).toBe(1);
  }

  expect(places).toContain('from take');
  expect(places.length).toBeGreaterThan(6);
});
