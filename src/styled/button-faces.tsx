'use client';

import type { ReactNode } from 'react';
import type { OnboardingStatus } from '../core/types';
import { Face, HeardOnly, Icon, Room, Text } from './button-parts';
import { errorGlyph, spinnerGlyph, successGlyph } from './glyphs';
import type { LabelAt } from './use-labels';

/** The statuses with a face of their own. A cancelled attempt looks like one that never began. */
const glyphs = {
  preparing: spinnerGlyph,
  signing: spinnerGlyph,
  open: spinnerGlyph,
  completed: successGlyph,
  failed: errorGlyph,
};

type Shown = keyof typeof glyphs | 'idle';

const shownAt = (status: OnboardingStatus): Shown => (status === 'cancelled' ? 'idle' : status);

type ButtonFacesProps = {
  status: OnboardingStatus;
  labelAt: LabelAt;
  /** The app's own text before an attempt. */
  ownText: ReactNode;
  startIcon: ReactNode;
  iconOnly: boolean;
};

/**
 * What stands on the button at a status, and the room that every other one needs: the button keeps its
 * size from the first click to the last. No script measures, so it is right on a server, too.
 */
export function ButtonFaces({ status, labelAt, ownText, startIcon, iconOnly }: ButtonFacesProps) {
  const shown = shownAt(status);
  const idle = ownText == null ? labelAt('idle') : { text: ownText, lang: undefined };
  const { text, lang } = shown === 'idle' ? idle : labelAt(shown);
  const others = (Object.keys(glyphs) as (keyof typeof glyphs)[]).filter((each) => each !== shown);
  return (
    <>
      <Face data-face={shown === 'idle' ? 'idle' : 'status'}>
        <IconOf icon={shown === 'idle' ? startIcon : glyphs[shown]} />
        {!iconOnly && <Text lang={lang}>{text}</Text>}
      </Face>
      {iconOnly && <HeardOnly lang={lang}>{text}</HeardOnly>}
      {shown !== 'idle' && (
        <Face data-face="idle" aria-hidden="true">
          <IconOf icon={startIcon} />
          {!iconOnly && <RoomForText {...idle} />}
        </Face>
      )}
      {!iconOnly &&
        others.map((each) => (
          <Room
            key={each}
            aria-hidden="true"
            lang={labelAt(each).lang}
            data-text={labelAt(each).text}
          />
        ))}
    </>
  );
}

/** An icon, which nobody hears. */
export const IconOf = ({ icon }: { icon: ReactNode }) =>
  icon == null ? null : <Icon aria-hidden="true">{icon}</Icon>;

const RoomForText = ({ text, lang }: { text: ReactNode; lang: string | undefined }) =>
  typeof text === 'string' ? <Text lang={lang} data-text={text} /> : <Text>{text}</Text>;
