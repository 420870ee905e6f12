/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { RunStep } from '../hub/run-step';
import type { Client, Run } from '../state/sandbox-state';
import { Page } from './page';

const labels = {
  account: 'Account',
  payment: 'Payment',
  numbers: 'Numbers',
  permissions: 'Permission',
} as const;

const currentLabel = (step: RunStep) => (step === 'signup' || step === 'login' ? 'account' : step);

function Progress({ run, step }: { run: Run; step: RunStep }) {
  const steps = (Object.keys(labels) as (keyof typeof labels)[]).filter(
    (name) => name !== 'payment' || run.settings.payment === 'direct',
  );
  const current = steps.indexOf(currentLabel(step));
  return (
    <nav aria-label="Progress">
      <ol class="progress">
        {steps.map((name, index) => (
          <li
            key={name}
            class={index < current ? 'done' : undefined}
            aria-current={index === current ? 'step' : undefined}
          >
            {labels[name]}
            {index < current && <span class="visually-hidden"> (done)</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** A page of a run: progress above, the form, and the client's account below. */
export function RunPage(props: {
  title: string;
  run: Run;
  step: RunStep;
  client?: Client;
  /** Below the heading, before the error. */
  intro: Child;
  error?: string | undefined;
  children?: Child;
}) {
  const { run, step, client, error } = props;
  return (
    <Page
      title={props.title}
      lang={run.query.lang}
      failed={Boolean(error)}
      progress={<Progress run={run} step={step} />}
    >
      {props.intro}
      {error && (
        <p class="error" role="alert" id="error">
          {error}
        </p>
      )}
      {props.children}
      {client && (
        <form class="account" method="post" action={`/run/${run.id}/sign-out`}>
          <p>
            Signed in as <span class="email">{client.email}</span>
          </p>
          <button type="submit" class="link">
            Use another account
          </button>
        </form>
      )}
    </Page>
  );
}
