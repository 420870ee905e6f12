import { useId, useState } from 'react';
import { onboardingUrl } from '../sandbox';
import { buttonCode, type CodeInput, hookCode, linkCode } from './code';
import { CopyButton } from './copy-button';

const forms = {
  button: { title: 'Button', write: buttonCode },
  hook: { title: 'Hook', write: hookCode },
  link: { title: 'Plain link', write: linkCode },
};

type Form = keyof typeof forms;

/** The code, in three forms. */
export function CodePanel(input: CodeInput) {
  const [form, setForm] = useState<Form>('button');
  const name = useId();
  const code = forms[form].write(input);
  const { options } = input;
  const isLost =
    onboardingUrl !== undefined &&
    onboardingUrl === options.onboardingUrl &&
    !options.queryParameters?.['redirect_url'];
  return (
    <section className="story-card">
      <div className="generator-head">
        <h3>Code</h3>
        <CopyButton what="code" text={code} />
      </div>
      <fieldset className="generator-tabs">
        <legend className="generator-hidden">Form of the code</legend>
        {Object.entries(forms).map(([each, { title }]) => (
          <label key={each}>
            <input
              type="radio"
              name={name}
              checked={form === each}
              onChange={() => setForm(each as Form)}
            />
            {title}
          </label>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, by keyboard too */}
      <pre tabIndex={0} data-testid="code">
        {code}
      </pre>
      {isLost && (
        <p className="story-note" role="note">
          The sandbox knows no page of yours: fill in <strong>Redirect URL</strong>, under “The way
          back”, before you take this code along.
        </p>
      )}
    </section>
  );
}
