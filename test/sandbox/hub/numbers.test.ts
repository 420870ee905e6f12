// @vitest-environment node
import { expect, it } from 'vitest';
import { hubPath, Visitor } from '../visitor';

const newClient = async (parameters: Record<string, string> = {}) =>
  (await new Visitor().open(hubPath(parameters))).signUp();

const ticked = (visitor: Visitor) =>
  [...visitor.document.querySelectorAll('input:checked')].map(
    (box) => box.parentElement?.querySelector('span')?.textContent,
  );

it('registers the ticked numbers and another one', async () => {
  const visitor = await newClient();

  await visitor.press('Register', {
    '+49 30 5550 0101': false,
    'Another number': '0044 (20) 7946-0000',
  });

  expect(ticked(visitor)).toEqual(['+49 30 5550 0102', '+442079460000']);
});

it('asks for at least one number', async () => {
  const visitor = await newClient();

  await visitor.press('Register', { '+49 30 5550 0101': false, '+49 30 5550 0102': false });

  expect(visitor.status).toBe(422);
  expect(visitor.text).toContain('Please choose at least one number.');
});

it.each(['12', 'hello', '1234567890123456'])('does not take "%s" for a number', async (number) => {
  const visitor = await newClient();

  await visitor.press('Register', { 'Another number': number });

  expect(visitor.status).toBe(422);
  expect(visitor.field('Another number').value).toBe(number);
  expect(visitor.document.querySelectorAll('[autofocus]')).toHaveLength(1);
  expect(visitor.field('Another number').autofocus).toBe(true);
  expect(visitor.text).toContain('This is no phone number');
});

it('deals only with the requested number', async () => {
  const visitor = await newClient({ number: '4930123456' });
  expect(visitor.field('+4930123456').checked).toBe(true);
  expect(visitor.text).not.toContain('Another number');

  await visitor.press('Register');
  expect(ticked(visitor)).toEqual(['+4930123456']);
  await visitor.press('Allow');

  expect(visitor.sent('channels')).toMatch(/^\[\w{6}CH\]$/);
});

it('asks a client who has the requested number only for permission', async () => {
  const visitor = await new Visitor().onboard();

  await visitor.open(hubPath({ number: '+49 30 5550 0102' }));

  expect(ticked(visitor)).toEqual(['+49 30 5550 0102']);
  expect(visitor.text).not.toContain('Add a number');
  await visitor.open(visitor.path.replace('permissions', 'numbers'));
  expect(visitor.heading).toMatch(/^Allow/);
});

it('has a client with other numbers register the requested one', async () => {
  const visitor = await new Visitor().onboard();

  await visitor.open(hubPath({ number: '4930123456' }));

  expect(visitor.heading).toBe('Register your number');
});

it('adds a number to those that a client has', async () => {
  const visitor = await new Visitor().onboard();
  await visitor.open(hubPath());

  await visitor.follow('Add a number');
  await visitor.press('Register', { 'Another number': '4930123456' });

  expect(ticked(visitor)).toEqual(['+49 30 5550 0101', '+49 30 5550 0102', '+4930123456']);
});

it('leads back from adding a number', async () => {
  const visitor = await new Visitor().onboard();
  await visitor.open(hubPath());
  await visitor.follow('Add a number');

  await visitor.follow('Back without adding a number');

  expect(visitor.heading).toMatch(/^Allow/);
});
