import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { OnboardingStatus } from 'react-360dialog-connect';
import {
  ConnectButtonView,
  type ConnectButtonViewProps,
  ConnectThemeProvider,
  connectLabels,
} from 'react-360dialog-connect/styled';
import { type Interaction, showInteractions } from './show-interactions';
import { english } from './story-frame';
import './states.css';

type State = { caption: string; interaction?: Interaction; look?: ConnectButtonViewProps };

/** A cancelled attempt looks like one that never began. */
const { cancelled: _, idle: __, ...shown } = connectLabels.en;
const statuses: State[] = [
  { caption: 'idle, cancelled' },
  ...(Object.keys(shown) as OnboardingStatus[]).map((status) => ({
    caption: status,
    look: { status },
  })),
];

const touched: State[] = [
  { caption: 'hover', interaction: 'hover' },
  { caption: 'focus-visible', interaction: 'focus' },
  { caption: 'active', interaction: 'press' },
  { caption: 'completed, hover', interaction: 'hover', look: { status: 'completed' } },
  { caption: 'failed, hover', interaction: 'hover', look: { status: 'failed' } },
  { caption: 'disabled', look: { disabled: true } },
  { caption: 'aria-disabled', look: { 'aria-disabled': true } },
];

const schemes = ['light', 'dark'] as const;

/** The page of a sheet. What a mouse and a keyboard do is drawn by rules that come after the button's. */
export function Sheet({ lead, children }: { lead: string; children: ReactNode }) {
  const style = useRef<HTMLStyleElement>(null);
  useLayoutEffect(() => {
    style.current!.textContent = showInteractions();
  });
  return (
    <div className="states">
      <style ref={style} />
      <p className="states-lead" {...english}>
        {lead}
      </p>
      {children}
    </div>
  );
}

type SideBySideProps = {
  title: ReactNode;
  /** The language of the title. */
  lang?: string;
  /** The direction of the buttons, where it is not the page's. */
  dir?: 'ltr' | 'rtl';
  children: ReactNode;
};

/** The same on a light ground and on a dark one. */
export const SideBySide = ({ title, lang = 'en', dir, children }: SideBySideProps) => (
  <section className="states-section">
    <h2 lang={lang}>{title}</h2>
    <div className="states-grounds" dir={dir}>
      {schemes.map((scheme) => (
        <div key={scheme} className="states-ground" data-theme={scheme}>
          <ConnectThemeProvider colorScheme={scheme}>{children}</ConnectThemeProvider>
        </div>
      ))}
    </div>
  </section>
);

type StatesProps = { look: ConnectButtonViewProps; isComplete?: boolean };

/** One button at each status and, where that is asked for, under each interaction; none does anything. */
export const States = ({ look, isComplete = true }: StatesProps) => (
  <div className="states-cells">
    {[...statuses, ...(isComplete ? touched : [])].map(({ caption, interaction, look: at }) => (
      <figure key={caption} data-interaction={interaction}>
        <figcaption {...english}>{caption}</figcaption>
        <ConnectButtonView announce={false} {...look} {...at} />
      </figure>
    ))}
  </div>
);
