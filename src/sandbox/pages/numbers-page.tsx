/** @jsxImportSource hono/jsx */
import { formatPhoneNumber, sampleNumbers } from '../hub/phone-number';
import type { Client, Run } from '../state/sandbox-state';
import { Choices } from './choices';
import { Field } from './field';
import { RunPage } from './run-page';

type NumbersPageProps = {
  run: Run;
  client: Client;
  /** What was typed and did not do. */
  otherNumber?: string | undefined;
  error?: string | undefined;
};

/** Stands in for Meta's Embedded Signup: which numbers the client registers. */
export function NumbersPage({ run, client, otherNumber, error }: NumbersPageProps) {
  const requested = run.query.number;
  const owned = client.channels.map(({ phoneNumber }) => phoneNumber);
  const offered = (requested ? [requested] : Object.keys(sampleNumbers)).filter(
    (number) => !owned.includes(number),
  );
  const unticked = Boolean(error) && !otherNumber;
  return (
    <RunPage
      title={requested ? 'Register your number' : 'Register your numbers'}
      run={run}
      step="numbers"
      client={client}
      intro={
        <p class="note">
          With the real hub, Meta’s Embedded Signup opens here. The sandbox only plays this step.
        </p>
      }
      error={error}
    >
      <form method="post" action={`/run/${run.id}/numbers`}>
        {offered.length > 0 && (
          <Choices
            legend={requested ? 'Requested number' : 'Numbers'}
            name="number"
            type="checkbox"
            invalid={unticked}
            keepFocusAway={Boolean(otherNumber)}
            choices={offered.map((number) => ({
              value: number,
              label: formatPhoneNumber(number),
              checked: !unticked,
            }))}
          />
        )}
        {!requested && (
          <Field
            label="Another number"
            name="otherNumber"
            type="tel"
            value={otherNumber}
            hint="Optional. With country code, like +49 30 5550 0103."
            autocomplete="off"
            autofocus={offered.length === 0 || Boolean(otherNumber)}
            invalid={Boolean(otherNumber)}
          />
        )}
        <button type="submit">Register</button>
      </form>
      {owned.length > 0 && !requested && (
        <p class="aside">
          <a href={`/run/${run.id}`}>Back without adding a number</a>
        </p>
      )}
    </RunPage>
  );
}
