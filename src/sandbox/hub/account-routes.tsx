/** @jsxImportSource hono/jsx */
import { LoginPage, SignupPage } from '../pages/account-page';
import { readForm } from '../request-body';
import { addClient, clientOfEmail } from '../state/clients';
import type { SandboxState } from '../state/sandbox-state';
import type { RunRoutes } from './run-env';
import { signIn, signOut } from './session';

const field = (form: URLSearchParams, name: string) => form.get(name)?.trim() ?? '';

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text);

/** Signup, login and signing out. */
export function addAccountRoutes(routes: RunRoutes, state: SandboxState): void {
  // Whoever is signed in is past these two forms.
  routes.on(['GET', 'POST'], ['/signup', '/login'], async (c, next) => {
    const { run, client } = c.var;
    return client ? c.redirect(`/run/${run.id}`, 303) : next();
  });

  routes.get('/signup', (c) => {
    const { run } = c.var;
    return c.html(<SignupPage run={run} name={run.query.name} email={run.query.email} />);
  });

  routes.post('/signup', async (c) => {
    const { run } = c.var;
    const form = await readForm(c);
    const [name, email] = [field(form, 'name'), field(form, 'email')];
    const error = !isEmail(email)
      ? 'Please enter an e-mail address, like ada@example.com.'
      : clientOfEmail(state, email) &&
        'This e-mail has an account already. Log in instead, or use another e-mail.';
    if (error) return c.html(<SignupPage {...{ run, name, email, error }} />, 422);
    signIn(c, state, addClient(state, name || email, email, run.partner.id));
    return c.redirect(`/run/${run.id}`, 303);
  });

  routes.get('/login', (c) => {
    const { run } = c.var;
    return c.html(<LoginPage run={run} email={run.query.email} />);
  });

  routes.post('/login', async (c) => {
    const { run } = c.var;
    const email = field(await readForm(c), 'email');
    const client = clientOfEmail(state, email);
    if (!client) {
      const error = 'The sandbox knows no account with this e-mail. Create an account first.';
      return c.html(<LoginPage {...{ run, email, error }} />, 422);
    }
    signIn(c, state, client);
    return c.redirect(`/run/${run.id}`, 303);
  });

  routes.post('/sign-out', (c) => {
    signOut(c, state);
    return c.redirect(`/run/${c.var.run.id}`, 303);
  });
}
