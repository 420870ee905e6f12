import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { reportMissing } from '../../helpers/report-missing';
import type { Engine, EngineName } from '../engines/engine';
import { startSignupApp, type Told } from './signup-app';

type Ending = [
  title: string,
  ending: Record<string, string>,
  status: string,
  outcome: Told[number],
];

const result = (parts: object) => expect.objectContaining(parts);

/** The endings at which browsers differ most: the order of answers, a closed window, one that is silent. */
const endings: Ending[] = [
  [
    'both answers are one result',
    { ending: 'number' },
    'completed',
    ['result', result({ kind: 'number', code: expect.any(String), sessionInfo: 'complete' })],
  ],
  [
    'the code may come a while before the message',
    { ending: 'number', order: 'code-first', gap: '1000' },
    'completed',
    ['result', result({ kind: 'number', code: expect.any(String), sessionInfo: 'complete' })],
  ],
  [
    'a code without a message is a result',
    { ending: 'no-message' },
    'completed',
    ['result', result({ sessionInfo: 'missing', wabaId: null })],
  ],
  [
    'a message without a code is a result',
    { ending: 'no-code' },
    'completed',
    ['result', result({ kind: 'number', code: null })],
  ],
  [
    'a client who leaves has cancelled',
    { ending: 'cancel' },
    'cancelled',
    ['cancel', { currentStep: 'PHONE_NUMBER_SETUP' }],
  ],
  [
    'a closed window that nobody calls back about has cancelled',
    { ending: 'silent' },
    'cancelled',
    ['cancel', {}],
  ],
];

/** Runs signups in an engine against the sandbox, each by a click in a fresh profile. */
export function runSignups(
  name: EngineName,
  start: () => Promise<Engine>,
  missing: string | null,
): void {
  if (missing) {
    reportMissing(name, missing);
    return;
  }
  let engine: Engine;
  let app: Awaited<ReturnType<typeof startSignupApp>>;
  beforeAll(async () => {
    [engine, app] = await Promise.all([start(), startSignupApp()]);
  });
  afterAll(async () => {
    await engine?.close();
    await app?.close();
  });

  describe.concurrent(`Embedded Signup in ${name}`, () => {
    for (const [title, ending, status, outcome] of endings) {
      test(title, async () => {
        const session = await engine.newSession();
        try {
          // Longer than the gap by far, and short enough to wait for.
          const options = { graceMs: 3000 };
          const page = await session.open(app.addressOf({ ending, options }));
          const becomes = (expected: string) =>
            vi.waitFor(
              async () =>
                expect(await page.run(() => document.getElementById('first')!.dataset.status)).toBe(
                  expected,
                ),
              { timeout: 30_000 },
            );
          await becomes('ready');
          await page.click('First');
          await becomes(status);

          const told = await page.run(() => (window as unknown as { told: Told }).told);
          expect(told).toEqual([outcome]);
        } finally {
          await session.close();
        }
      });
    }
  });
}
