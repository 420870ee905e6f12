import { type ReactNode, useState } from 'react';
import type { CallbackObject, OnboardingError, OnboardingStatus } from 'react-360dialog-connect';
import { type Announcement, announcementOf } from './announcement';
import { BreakableName } from './breakable-name';

/** One call of a callback. */
export type Outcome = { name: string; detail?: string };

/** The callbacks of a story, and what they were told. */
export function useStoryFrame() {
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [status, setStatus] = useState<OnboardingStatus>('idle');
  const [result, setResult] = useState<CallbackObject | null>(null);
  const [error, setError] = useState<OnboardingError | null>(null);
  const add = (outcome: Outcome) => setOutcomes((before) => [...before, outcome]);

  const callbacks = {
    callback: (connected: CallbackObject) => {
      setResult(connected);
      setStatus('completed');
      add({ name: 'callback' });
    },
    onCancel: () => add({ name: 'onCancel' }),
    onError: (error: OnboardingError) => {
      setError(error);
      add({ name: 'onError', detail: `${error.code}: ${error.message}` });
    },
    onStatusChange: (status: OnboardingStatus) => {
      setStatus(status);
      add({ name: 'onStatusChange', detail: status });
    },
  };
  return {
    callbacks,
    told: { outcomes, result, announcement: announcementOf(status, result, error) },
  };
}

type StoryFrameProps = {
  title: string;
  lead: ReactNode;
  /** What `useStoryFrame` or `useSignupFrame` collected. */
  told: { outcomes: Outcome[]; result: object | null; announcement: Announcement };
  children: ReactNode;
};

/** Text of ours is English, whatever the toolbar says. */
export const english = { lang: 'en', dir: 'ltr' };

/** A small app around a story: the button on top, what the app was told below. */
export function StoryFrame({ title, lead, told, children }: StoryFrameProps) {
  const { outcomes, result, announcement } = told;
  const { tone, text } = announcement;
  return (
    <div className="story">
      <section className="story-card">
        <h2 {...english}>
          <BreakableName name={title} />
        </h2>
        <p className="story-lead" {...english}>
          {lead}
        </p>
        {children}
        <p className="story-announcement" role="status" data-tone={tone} {...english}>
          {text}
        </p>
      </section>
      <section className="story-card">
        <h3 {...english}>What the app was told</h3>
        {result && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, by keyboard too
          <pre data-testid="result" tabIndex={0} {...english}>
            {JSON.stringify(result, null, 2)}
          </pre>
        )}
        {outcomes.length === 0 && (
          <p className="story-empty" {...english}>
            Nothing yet.
          </p>
        )}
        <ol className="story-events">
          {outcomes.map(({ name, detail }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows
            <li key={index}>
              <span {...english}>
                <code>{name}</code> {detail}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
