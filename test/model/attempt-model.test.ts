import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { events } from './events';
import { buildLibrary } from './light-document';
import { Page } from './page';
import { type ButtonOptions, PageModel } from './page-model';
import { nothing } from './remains';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets the real clock run, or the time limit of a test would never be noticed. */
const realTick = promisify(setImmediate);

const button: fc.Arbitrary<ButtonOptions> = fc.record({
  isPrepared: fc.constantFrom(false, false, true),
  isSigned: fc.boolean(),
  timeout: fc.constantFrom(undefined, undefined, 8000),
  state: fc.constantFrom(undefined, 'a+b &ä'),
  name: fc.constantFrom(undefined, 'second'),
});

/** What the sequences have to bring about, each many times, to be worth anything. */
const rarest = [
  'result',
  'late result',
  'held result',
  'cancel',
  'superseded',
  'dropped',
  'popup_blocked',
  'preparation_failed',
  'signature_failed',
  'state_mismatch',
  'invalid_redirect',
  'timeout',
  'abandoned',
  'resumed',
  'result after a reload',
];

/** More for a change of the core: `MODEL_RUNS=20000 npx vitest run test/model`. */
const runs = Number(process.env.MODEL_RUNS ?? 2000);

it(`two buttons keep the contract in ${runs} random sequences of events`, {
  timeout: 60_000 + runs * 30,
}, async () => {
  const run = await buildLibrary();
  const seen: Record<string, number> = {};
  let page: Page | undefined;

  await fc.assert(
    fc
      .asyncProperty(
        fc.tuple(button, button),
        fc.commands(events, { maxCommands: 40, size: 'max' }),
        async (options, commands) => {
          const model = new PageModel(options, seen);
          const real = new Page(options, run);
          page = real;
          await fc.asyncModelRun(() => ({ model, real }), commands);

          for (const { onboarding } of real.buttons) onboarding.reset();
          vi.advanceTimersByTime(2001); // What is over is locked a little longer.
          real.removeMark();
          expect(real.document.remains()).toEqual(nothing);
        },
      )
      .afterEach(async () => {
        page?.leave();
        await realTick();
      }),
    { numRuns: runs },
  );

  for (const what of rarest) expect(seen[what], what).toBeGreaterThan(20);
});
