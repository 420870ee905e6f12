// @vitest-environment node
import { expect, it } from 'vitest';
import { hubPath, Visitor } from '../visitor';

const ids = (list: string | undefined) => list?.slice(1, -1).split(',') ?? [];

it('ticks every number under partner payment', async () => {
  const visitor = await new Visitor().open(hubPath());
  await visitor.signUp();
  await visitor.press('Register');

  expect(visitor.field('+49 30 5550 0101').checked).toBe(true);
  expect(visitor.field('+49 30 5550 0102').checked).toBe(true);
});

it('tells a number that was allowed before and unticked now as revoked', async () => {
  const visitor = await new Visitor().onboard();
  const [first, second] = ids(visitor.sent('channels'));

  await visitor.open(hubPath());
  await visitor.press('Allow', { '+49 30 5550 0101': false });

  expect(ids(visitor.sent('channels'))).toEqual([second]);
  expect(ids(visitor.sent('revoked'))).toEqual([first]);
});

it('does not tell a number as revoked that was never allowed', async () => {
  const visitor = await new Visitor().open(hubPath());
  await visitor.signUp();
  await visitor.press('Register');

  await visitor.press('Allow', { '+49 30 5550 0101': false });

  expect(visitor.sent('revoked')).toBeUndefined();
});

it('leaves other numbers alone when one is requested', async () => {
  const visitor = await new Visitor().onboard();
  const [, second] = ids(visitor.sent('channels'));

  await visitor.open(hubPath({ number: '493055500102' }));
  await visitor.press('Allow', { '+49 30 5550 0102': false });
  expect(visitor.sent('channels')).toBe('[]');
  expect(ids(visitor.sent('revoked'))).toEqual([second]);
  await visitor.open(hubPath());

  expect(visitor.text).toMatch(/0101\s*allowed/);
  expect(visitor.text).not.toMatch(/0102\s*allowed/);
});

it('keeps the permissions of two partners apart', async () => {
  const visitor = await new Visitor().onboard();

  await visitor.open(hubPath({}, 'otherPA'));
  expect(visitor.text).not.toContain('allowed');
  await visitor.press('Allow', { '+49 30 5550 0101': false });

  expect(visitor.sent('revoked')).toBeUndefined();
});

it('tells the same result again when the form is sent twice', async () => {
  const visitor = await new Visitor().onboard();
  await visitor.open(hubPath());
  const page = visitor.path;
  await visitor.press('Allow', { '+49 30 5550 0101': false });
  const first = visitor.leftTo;

  await visitor.open(page);
  await visitor.press('Allow', { '+49 30 5550 0101': false });

  expect(visitor.leftTo).toBe(first);
});

it('ignores channels that are not the client’s', async () => {
  const visitor = await new Visitor().open(hubPath());
  await visitor.signUp();
  await visitor.press('Register');

  const body = new URLSearchParams({ channel: 'Foreig1CH' });
  await visitor.open(visitor.path, { method: 'POST', body });

  expect(visitor.sent('channels')).toBe('[]');
});
