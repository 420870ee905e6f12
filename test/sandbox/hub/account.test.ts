// @vitest-environment node
import { createSandboxApp, createSandboxState } from 'react-360dialog-connect/sandbox';
import { expect, it } from 'vitest';
import { hubPath, Visitor } from '../visitor';

it('fills the signup form in from name and email', async () => {
  const visitor = await new Visitor().open(hubPath({ name: 'Ada Ö.', email: 'ada+1@example.com' }));

  expect(visitor.field('Name').value).toBe('Ada Ö.');
  expect(visitor.field('E-mail').value).toBe('ada+1@example.com');
});

it.each([
  ['login', 'Log in'],
  ['signup', 'Create your account'],
  ['elsewhere', 'Create your account'],
])('shows for next=%s the form "%s"', async (next, heading) => {
  const visitor = await new Visitor().open(hubPath({ next }));

  expect(visitor.heading).toBe(heading);
});

it('links the two forms with each other', async () => {
  const visitor = await new Visitor().open(hubPath());

  expect((await visitor.follow('Log in instead')).heading).toBe('Log in');
  expect((await visitor.follow('Create an account')).heading).toBe('Create your account');
});

it('skips the forms for a client with a session', async () => {
  const visitor = await new Visitor().onboard();

  await visitor.open(hubPath({ next: 'signup' }));

  expect(visitor.heading).toMatch(/^Allow/);
});

it.each(['signup', 'login'])('leads a client with a session on from /%s', async (form) => {
  const visitor = await new Visitor().onboard();
  await visitor.open(hubPath());

  await visitor.open(visitor.path.replace('permissions', form));

  expect(visitor.heading).toMatch(/^Allow/);
});

it('logs a client in who signed up before, whatever the case of the e-mail', async () => {
  const visitor = await new Visitor().onboard();
  const client = visitor.sent('client');
  const elsewhere = new Visitor(visitor.app);

  await elsewhere.open(hubPath({ next: 'login' }));
  await elsewhere.press('Log in', { 'E-mail': 'ADA@Example.com', Password: 'another' });
  await elsewhere.press('Allow');

  expect(elsewhere.sent('client')).toBe(client);
});

it('says that it does not know an e-mail, keeps it and offers signup', async () => {
  const visitor = await new Visitor().open(hubPath({ next: 'login' }));

  await visitor.press('Log in', { 'E-mail': 'eve@example.com', Password: 'x' });

  expect(visitor.status).toBe(422);
  expect(visitor.document.querySelector('[role=alert]')?.textContent).toMatch(/no account/);
  expect(visitor.document.title).toMatch(/^Error: /);
  expect(visitor.field('E-mail').value).toBe('eve@example.com');
  expect(visitor.field('E-mail').getAttribute('aria-invalid')).toBe('true');
  expect((await visitor.follow('Create an account')).heading).toBe('Create your account');
});

it('does not sign the same e-mail up twice', async () => {
  const visitor = await new Visitor().onboard();
  const elsewhere = await new Visitor(visitor.app).open(hubPath());

  await elsewhere.signUp();

  expect(elsewhere.status).toBe(422);
  expect(elsewhere.text).toContain('has an account already');
});

it.each(['', 'ada', 'ada@', 'a b@example.com'])(
  'does not sign up with the e-mail "%s"',
  async (email) => {
    const visitor = await new Visitor().open(hubPath());

    await visitor.signUp(email);

    expect(visitor.status).toBe(422);
    expect(visitor.text).toContain('Please enter an e-mail address');
  },
);

it('signs out to use another account', async () => {
  const visitor = await new Visitor().onboard();
  const client = visitor.sent('client');
  await visitor.open(hubPath());

  await visitor.press('Use another account');
  expect(visitor.heading).toBe('Create your account');
  await visitor.signUp('bob@example.com');
  await visitor.press('Register');
  await visitor.press('Allow');

  expect(visitor.sent('client')).not.toBe(client);
});

it('keeps the session in a cookie that scripts and foreign posts do not get', async () => {
  const app = createSandboxApp();
  const visitor = await new Visitor(app).open(hubPath());

  const body = new URLSearchParams({ name: 'Ada', email: 'ada@example.com', password: 'x' });
  const response = await app.request(visitor.path, { method: 'POST', body });

  const cookie = response.headers.get('Set-Cookie');
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Lax');
});

it('stores partner on the client as its partner payload', async () => {
  const state = createSandboxState();
  const visitor = new Visitor(createSandboxApp(state));

  await visitor.onboard({ partner: 'customer=7&plan=a' });

  const [client] = [...state.clients.values()];
  expect(client?.partnerPayload).toBe('customer=7&plan=a');
});
