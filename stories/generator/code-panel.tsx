import { useId } from 'react';
import { onboardingUrl } from '../sandbox';
import { buttonCode, type CodeInput, hookCode, linkCode, themedCode } from './code';
import type { CodeForm } from './configuration';
import { CopyButton } from './copy-button';

const forms = {
  themed: { title: 'Themed button', write: themedCode },
  button: { title: 'Button', write: (input: CodeInput) => buttonCode(input) },
  hook: { title: 'Hook', write: hookCode },
  link: { title: 'Plain link', write: linkCode },
};

type CodePanelProps = CodeInput & {
  form: CodeForm;
  onForm: (form: CodeForm) => void;
  /** Something that was typed in is wrong, and so would be the code. */
  hasProblems: boolean;
};

/** The code, in four forms. */
export function CodePanel({ form, onForm, hasProblems, ...input }: CodePanelProps) {
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
        {!hasProblems && <CopyButton what="code" text={code} />}
      </div>
      <fieldset className="generator-tabs">
        <legend className="generator-hidden">Form of the code</legend>
        {Object.entries(forms).map(([each, { title }]) => (
          <label key={each}>
            <input
              type="radio"
              name={name}
              checked={form === each}
              onChange={() => onForm(each as CodeForm)}
            />
            {title}
          </label>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, by keyboard too */}
      <pre tabIndex={0} data-testid="code">
        {code}
      </pre>
      {hasProblems && (
        <p className="story-note" role="note">
          A field is marked: mend it before you take this code along.
        </p>
      )}
      {isLost && (
        <p className="story-note" role="note">
          The sandbox knows no page of yours: fill in <strong>Redirect URL</strong>, under “The way
          back”, before you take this code along.
        </p>
      )}
    </section>
  );
}
