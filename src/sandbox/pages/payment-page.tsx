/** @jsxImportSource hono/jsx */
import type { Client, Run } from '../state/sandbox-state';
import { Choices } from './choices';
import { Field } from './field';
import { RunPage } from './run-page';

const plans = [
  { value: 'basic', label: 'Basic', note: '€ 19 a month' },
  { value: 'regular', label: 'Regular', note: '€ 49 a month' },
  { value: 'premium', label: 'Premium', note: '€ 99 a month' },
];

/** The plan with this name; clients who choose none get the regular one. */
export const knownPlan = (name: string | null | undefined): string =>
  plans.find(({ value }) => value === name)?.value ?? 'regular';

/** Price and card, for clients who pay 360dialog themselves. */
export const PaymentPage = ({ run, client }: { run: Run; client: Client }) => (
  <RunPage
    title="Choose a plan"
    run={run}
    step="payment"
    client={client}
    intro={<p class="note">This is a sandbox: no money moves, and the prices are made up.</p>}
  >
    <form method="post" action={`/run/${run.id}/payment`}>
      <Choices
        legend="Plan"
        name="plan"
        type="radio"
        choices={plans.map((plan) => ({
          ...plan,
          checked: plan.value === knownPlan(run.query.plan),
        }))}
      />
      {/* Read-only and without names, so that nobody's real card can be typed in or sent. */}
      <fieldset class="card-fields">
        <legend>Card</legend>
        <Field label="Card number" value="0000 … 0000" readonly autocomplete="off" />
        <Field label="Expires" value="12 / 99" readonly autocomplete="off" />
        <Field label="Security code" value="000" readonly autocomplete="off" />
      </fieldset>
      <button type="submit">Continue</button>
    </form>
  </RunPage>
);
