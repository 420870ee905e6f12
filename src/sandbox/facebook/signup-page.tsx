/** @jsxImportSource hono/jsx */
import { Page } from '../pages/page';
import { signupEndings } from './signup-endings';

/** Meta's signup window, played: a button for each way to end. */
export const SignupPage = ({ configId }: { configId: string }) => (
  <Page title="Embedded Signup, played">
    <p class="lead">
      Each button ends the signup as Meta’s window can end it. Login configuration:{' '}
      <code>{configId}</code>
    </p>
    {Object.entries(signupEndings).map(([name, { label, ...ending }]) => (
      <button type="button" name={name} data-ending={JSON.stringify(ending)} key={name}>
        {label}
      </button>
    ))}
    <script src="/facebook/signup.js" type="module" />
  </Page>
);
