/** @jsxImportSource hono/jsx */
import type { Run } from '../state/sandbox-state';
import { Field } from './field';
import { RunPage } from './run-page';

type AccountPageProps = {
  run: Run;
  name?: string | undefined;
  email?: string | undefined;
  /** Only e-mails can be wrong: any name, or none, and any password will do. */
  error?: string | undefined;
};

/** The signup form; name and e-mail come pre-filled from the hub's parameters. */
export const SignupPage = ({ run, name, email, error }: AccountPageProps) => (
  <RunPage
    title="Create your account"
    run={run}
    step="signup"
    intro={
      <p class="lead">
        <strong>{run.partner.name}</strong> invites you to connect your WhatsApp numbers.
      </p>
    }
    error={error}
  >
    <form method="post" action={`/run/${run.id}/signup`}>
      <Field
        label="Name"
        name="name"
        value={name}
        autocomplete="name"
        autofocus={!error}
        hint="May stay empty."
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        value={email}
        autocomplete="email"
        autofocus={Boolean(error)}
        invalid={Boolean(error)}
        required
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autocomplete="new-password"
        hint="Any password will do. It is not kept."
        required
      />
      <button type="submit">Create account</button>
    </form>
    <p class="aside">
      Do you have an account? <a href={`/run/${run.id}/login`}>Log in instead</a>
    </p>
  </RunPage>
);

/** The login form; it knows the clients who signed up since the sandbox started. */
export const LoginPage = ({ run, email, error }: AccountPageProps) => (
  <RunPage
    title="Log in"
    run={run}
    step="login"
    intro={
      <p class="lead">
        Log in to connect your WhatsApp numbers to <strong>{run.partner.name}</strong>.
      </p>
    }
    error={error}
  >
    <form method="post" action={`/run/${run.id}/login`}>
      <Field
        label="E-mail"
        name="email"
        type="email"
        value={email}
        autocomplete="email"
        autofocus
        invalid={Boolean(error)}
        required
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autocomplete="current-password"
        hint="Any password will do."
        required
      />
      <button type="submit">Log in</button>
    </form>
    <p class="aside">
      Are you new here? <a href={`/run/${run.id}/signup`}>Create an account</a>
    </p>
  </RunPage>
);
