import { Fragment } from 'react';

type BreakableNameProps = {
  /** Such as `useIntegratedOnboarding`. */
  name: string;
};

/** A name of our code. Where a line is too short for it, it breaks between its words, not in one of them. */
export const BreakableName = ({ name }: BreakableNameProps) =>
  name.split(/(?<=[a-z])(?=[A-Z])/).map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a name stay where they are
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ));
