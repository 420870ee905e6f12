import { promisify } from 'node:util';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { fakePage } from '../helpers/fake-page';
import { events } from './events';
import { Page } from './page';
import { type ButtonOptions, PageModel } from './page-model';
import { nothing, watchRemains } from './remains';

fakePage();

/** Lets the real clock run, or the time limit of a test would never be noticed. */
const realTick = promisify(setImmediate);

const button: fc.Arbitrary<ButtonOptions> = fc.record({
  isSigned: fc.boolean(),
  timeout: fc.constantFrom(undefined, undefined, 8000),
  state: fc.constantFrom(undefined, 'a+b &ä'),
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
  'signature_failed',
  'state_mismatch',
  'invalid_redirect',
  'timeout',
];

it('two buttons keep the contract in 2,000 random sequences of events', {
  timeout: 120_000,
}, async () => {
  const remains = watchRemains();
  const seen: Record<string, number> = {};
  let page: Page | undefined;

  await fc.assert(
    fc
      .asyncProperty(
        fc.tuple(button, button),
        fc.commands(events, { maxCommands: 40, size: 'max' }),
        async (options, commands) => {
          const model = new PageModel(options, seen);
          const real = new Page(options, remains);
          page = real;
          await fc.asyncModelRun(() => ({ model, real }), commands);

          for (const { onboarding } of real.buttons) onboarding.reset();
          vi.advanceTimersByTime(1001); // The mark of a blocked popup.
          expect(remains()).toEqual(nothing);
        },
      )
      .afterEach(async () => {
        page?.leave();
        await realTick();
      }),
    { numRuns: 2000 },
  );

  for (const what of rarest) expect(seen[what], what).toBeGreaterThan(20);
});
