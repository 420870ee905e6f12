import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { fakeFacebookPage, finishData, pass, say, watchedSignup } from '../helpers/fake-facebook';
import { type SignupEvent, SignupModel, type Told } from './signup-model';

const page = fakeFacebookPage();
const runs = Number(process.env.MODEL_RUNS ?? 500);

const event: fc.Arbitrary<SignupEvent> = fc.constantFrom<SignupEvent[]>(
  'click',
  'click',
  'code',
  'no code',
  'finish',
  'cancel',
  'report',
  'forged',
  'client closes',
  'close()',
  'reset()',
  'wait',
  'wait',
  'wait',
);

/** Plays one sequence. @returns what the app was told, in order, and how often the SDK was called */
async function play(events: SignupEvent[]) {
  const told: Told[] = [];
  const { signup } = await watchedSignup({
    callback: ({ code, sessionInfo }) => told.push({ code, ids: sessionInfo === 'complete' }),
    onCancel: () => told.push('cancel'),
    onError: ({ code }) => told.push(code as Told),
  });
  const start = page.facebook.callbacks.length;
  const logins = () => page.facebook.callbacks.length - start;
  const acts: Record<SignupEvent, () => unknown> = {
    click: () => signup.open(),
    code: () => logins() && page.facebook.giveCode(`code of ${logins()}`),
    'no code': () => logins() && page.facebook.answer({ status: 'unknown', authResponse: null }),
    finish: () => say('FINISH', finishData),
    cancel: () => say('CANCEL', { current_step: 'PERMISSIONS' }),
    report: () => say('CANCEL', { error_message: 'x', error_code: 1 }),
    forged: () => say('FINISH', finishData, { origin: 'https://evilfacebook.com' }),
    'client closes': () => logins() && page.popups.at(-1)!.close(),
    'close()': () => signup.close(),
    'reset()': () => signup.reset(),
    wait: () => pass(3000),
  };
  for (const each of events) {
    await acts[each]();
    await pass(0);
  }
  acts['client closes']();
  await pass(60_000);
  const { status } = signup.getSnapshot();
  signup.reset();
  return { told, logins: logins(), status };
}

it(`a signup keeps the contract in ${runs} random orders of events, and always ends`, {
  timeout: 60_000 + runs * 30,
}, async () => {
  const seen: Record<string, number> = {};

  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
      const model = new SignupModel();
      for (const each of events) model.act(each);
      model.finish();

      const { told, logins, status } = await play(events);

      expect(told).toEqual(model.told);
      expect(logins).toBe(model.logins);
      expect(status).not.toBe('open');
      expect(vi.getTimerCount()).toBe(0);
      for (const each of told) {
        const name = typeof each === 'string' ? each : `result, ${each.code ? '' : 'no '}code`;
        seen[name] = (seen[name] ?? 0) + 1;
      }
    }),
    { numRuns: runs },
  );

  // To be worth anything, the orders bring each of these about many times.
  for (const what of [
    'cancel',
    'reported_by_meta',
    'no_answer',
    'result, code',
    'result, no code',
  ]) {
    expect(seen[what], what).toBeGreaterThan(10);
  }
});
