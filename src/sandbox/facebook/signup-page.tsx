/** @jsxImportSource hono/jsx */
import { Choices } from '../pages/choices';
import { Field } from '../pages/field';
import { Page } from '../pages/page';
import type { PlannedSignup } from './planned-signup';
import { signupEndings } from './signup-endings';

type SignupPageProps = { configId: string; plan: PlannedSignup };

/** Meta's signup window, played: a button for each way to end. */
export const SignupPage = ({ configId, plan }: SignupPageProps) => (
  <Page title="Embedded Signup, played">
    <p class="lead">
      Each button ends the signup as Meta’s window can end it. Login configuration:{' '}
      <code>{configId}</code>
    </p>
    <form>
      <Choices
        legend="What your page hears first"
        name="order"
        type="radio"
        keepFocusAway
        choices={[
          { value: 'message-first', label: 'The message with the IDs', checked: isFirst(plan) },
          { value: 'code-first', label: 'The code', checked: !isFirst(plan) },
        ]}
      />
      <Field
        label="Milliseconds until it hears the other"
        name="gap"
        type="number"
        value={String(plan.gapMs ?? 0)}
      />
    </form>
    {Object.entries(signupEndings).map(([name, { label, ...ending }]) => (
      <button
        type="button"
        // Until its script is there, a click would be lost.
        disabled
        data-ending={JSON.stringify(ending)}
        data-by-itself={name === plan.ending || undefined}
        key={name}
      >
        {label}
      </button>
    ))}
    <script src="/facebook/signup.js" type="module" />
  </Page>
);

const isFirst = ({ order = 'message-first' }: PlannedSignup) => order === 'message-first';
