import { type ReactNode, useState } from 'react';
import type { CallbackObject, OnboardingError } from 'react-360dialog-connect';
import { onboardingUrl } from './sandbox';

type Outcome = { name: string; detail?: string };

/** The callbacks of a story, and the page that shows what they were told. */
export function useStoryFrame() {
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [result, setResult] = useState<CallbackObject | null>(null);
  const add = (outcome: Outcome) => setOutcomes((before) => [...before, outcome]);

  const callbacks = {
    callback: (connected: CallbackObject) => {
      setResult(connected);
      add({ name: 'callback' });
    },
    onCancel: () => add({ name: 'onCancel' }),
    onError: ({ code, message }: OnboardingError) =>
      add({ name: 'onError', detail: `${code}: ${message}` }),
    onStatusChange: (status: string) => add({ name: 'onStatusChange', detail: status }),
  };
  return { callbacks, outcomes, result };
}

type StoryFrameProps = Pick<ReturnType<typeof useStoryFrame>, 'outcomes' | 'result'> & {
  title: string;
  lead: ReactNode;
  children: ReactNode;
};

/** A small app around a story: the button on top, what the app was told below. */
export function StoryFrame({ title, lead, children, outcomes, result }: StoryFrameProps) {
  return (
    <main className="story">
      <section className="story-card">
        <h1>{title}</h1>
        <p className="story-lead">{lead}</p>
        {!onboardingUrl && (
          <p className="story-note" role="note">
            No sandbox hub is running, so the button leads to 360dialog itself. Start both with{' '}
            <code>npm start</code>.
          </p>
        )}
        {children}
      </section>
      <section className="story-card" aria-live="polite">
        <h2>What the app was told</h2>
        {result && <pre data-testid="result">{JSON.stringify(result, null, 2)}</pre>}
        {outcomes.length === 0 && <p className="story-empty">Nothing yet.</p>}
        <ol className="story-events">
          {outcomes.map(({ name, detail }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows
            <li key={index}>
              <code>{name}</code> {detail}
            </li>
          ))}
        </ol>
      </section>
    </main>
  );
}
