// @vitest-environment node
import { expect, it } from 'vitest';
import { hubPath, Visitor } from '../visitor';

const directPath = (parameters = {}) => hubPath(parameters, 'dDeEfFPA');

it('shows the price page once per client, for direct payment only', async () => {
  const visitor = await new Visitor().open(directPath());
  await visitor.signUp();
  expect(visitor.heading).toBe('Choose a plan');
  expect(visitor.text).toContain('no money moves');

  await visitor.press('Continue');
  expect(visitor.heading).toBe('Register your numbers');
  await visitor.open(directPath());

  expect(visitor.heading).toBe('Register your numbers');
});

it.each([
  ['premium', 'Premium'],
  ['basic', 'Basic'],
  ['gold', 'Regular'],
])('preselects for plan_selection=%s the plan %s', async (plan_selection, label) => {
  const visitor = await new Visitor().open(directPath({ plan_selection }));
  await visitor.signUp();

  expect(visitor.field(label).checked).toBe(true);
});

it('takes no card: its fields are read-only and not sent', async () => {
  const visitor = await new Visitor().open(directPath());
  await visitor.signUp();

  for (const label of ['Card number', 'Expires', 'Security code']) {
    expect(visitor.field(label).readOnly).toBe(true);
    expect(visitor.field(label).name).toBe('');
  }
});

it('lets a client grant by itself: nothing is ticked before', async () => {
  const visitor = await new Visitor().open(directPath());
  await visitor.signUp();
  await visitor.press('Continue');
  await visitor.press('Register');
  expect(visitor.field('+49 30 5550 0101').checked).toBe(false);

  await visitor.press('Allow', { '+49 30 5550 0102': true });

  expect(visitor.sent('channels')).toMatch(/^\[\w{6}CH\]$/);
  expect(visitor.sent('revoked')).toBeUndefined();
});

it('sends no channels when a client grants nothing', async () => {
  const visitor = await new Visitor().open(directPath());
  await visitor.signUp();
  await visitor.press('Continue');
  await visitor.press('Register');

  await visitor.press('Allow');

  expect(visitor.sent('channels')).toBe('[]');
});

it('keeps what was granted before ticked', async () => {
  const visitor = await new Visitor().open(directPath());
  await visitor.signUp();
  await visitor.press('Continue');
  await visitor.press('Register');
  await visitor.press('Allow', { '+49 30 5550 0102': true });

  await visitor.open(directPath());

  expect(visitor.field('+49 30 5550 0101').checked).toBe(false);
  expect(visitor.field('+49 30 5550 0102').checked).toBe(true);
});
