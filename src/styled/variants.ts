import { tokens } from './theme-variables';

type Look = {
  text: string;
  rest?: string | undefined;
  hover?: string | undefined;
  active?: string | undefined;
};

const { fill, accent, success, danger, disabled } = tokens.color;

/** `edge` is the border where the reader asks for more contrast. */
const wear = (
  { text, rest = 'transparent', hover = rest, active = hover }: Look,
  border = 'transparent',
  edge = 'currentColor',
) => `
  --_text: ${text};
  --_border: ${border};
  --_edge: ${edge};
  --_rest: ${rest};
  --_hover: ${hover};
  --_active: ${active};
`;

const looks = (idle: string, completed: string, failed: string, off: string) => `
  ${idle}
  &[data-status='completed'] { ${completed} }
  &[data-status='failed'] { ${failed} }
  &:disabled, &[aria-disabled='true'] { ${off} }
`;

/** A button that shows the page through until it is touched. */
const clear = (border?: string) => {
  const outcome = ({ text, rest, hover }: Look) =>
    wear({ text, hover: rest, active: hover }, border);
  return looks(
    wear(accent, border),
    outcome(success),
    outcome(danger),
    wear({ text: disabled.text }, border),
  );
};

/** The CSS of each variant: private variables, which the button is drawn with. */
export const variants = {
  solid: looks(
    wear(fill, undefined, fill.active),
    // Their fill alone is too near to the page's color to be seen as a button.
    wear(success, 'currentColor'),
    wear(danger, 'currentColor'),
    wear(disabled),
  ),
  outline: clear('currentColor'),
  ghost: clear(),
};

/** How much the button stands out. */
export type ConnectButtonVariant = keyof typeof variants;
