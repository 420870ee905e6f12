import { useEffect, useState } from 'react';

const shownMs = 2000;

/** Copies a text and says so. */
export function CopyButton({ what, text }: { what: string; text: string }) {
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(''), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    // Plain-http hosts have no clipboard.
    Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => setOutcome('Copied'),
      () => setOutcome('Not allowed here'),
    );
  return (
    <>
      <button type="button" className="story-button-quiet" onClick={copy}>
        {outcome || `Copy ${what}`}
      </button>
      <span role="status" className="generator-hidden">
        {outcome}
      </span>
    </>
  );
}
