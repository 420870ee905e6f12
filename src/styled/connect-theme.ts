/**
 * The colors of one scheme. Every pair that meets has a contrast of 4.5:1, the ring one of 3:1. A gradient, for
 * `rest`, `hover` or `active`, must be the same in both schemes under the color scheme `page`.
 */
export type ConnectColors = {
  /** The solid button. */
  fill: { text: string; rest: string; hover: string; active: string };
  /** The outline and the ghost button, which show the page through while nothing touches them. */
  accent: { text: string; hover: string; active: string };
  /** Once an attempt is completed. */
  success: { text: string; rest: string; hover: string; active: string };
  /** Once an attempt has failed. */
  danger: { text: string; rest: string; hover: string; active: string };
  /** While `disabled` is set. */
  disabled: { text: string; rest: string };
  /** The ring around the focused button. */
  focus: string;
};

/** The measures of one size. */
export type ConnectSpacing = {
  /** The least height and width. */
  minimum: string;
  /** The padding above and below. */
  block: string;
  /** The padding at the sides. */
  inline: string;
  /** Between icon and text. */
  gap: string;
};

/**
 * The tokens of the themed button: any CSS value that stays within its declaration and loads nothing.
 * Lengths in rem grow with the reader's text.
 */
export type ConnectTheme = {
  /** One set for light pages, one for dark ones. */
  color: { light: ConnectColors; dark: ConnectColors };
  /** The corners. */
  radius: { button: string };
  /** Measures of each size. */
  spacing: { small: ConnectSpacing; medium: ConnectSpacing; large: ConnectSpacing };
  /** The font; `small`, `medium` and `large` are the sizes of the text. */
  type: {
    family: string;
    weight: string;
    lineHeight: string;
    small: string;
    medium: string;
    large: string;
  };
  /** Transitions, and one turn of the spinner. */
  motion: { duration: string; easing: string; spin: string };
};

/** Some tokens; the others stay as they are. */
export type ConnectThemeOverride = DeepPartial<ConnectTheme>;

/** Some members of an object, down to its texts. */
export type DeepPartial<Value> = Value extends string
  ? string
  : { [Key in keyof Value]?: DeepPartial<Value[Key]> | undefined };

/** The tokens as they come. */
export const connectTheme: ConnectTheme = {
  color: {
    light: {
      fill: { text: '#ffffff', rest: '#0b3f34', hover: '#0a3229', active: '#06261f' },
      accent: { text: '#0d4a3d', hover: '#e6f1ed', active: '#d5e8e1' },
      success: { text: '#14532d', rest: '#e4f4e9', hover: '#d7efdf', active: '#cdebd7' },
      danger: { text: '#8a1c1c', rest: '#fdeeee', hover: '#fce4e4', active: '#fbdddd' },
      disabled: { text: '#566069', rest: '#e8ecee' },
      focus: '#2f7df5',
    },
    dark: {
      fill: { text: '#06251d', rest: '#aef0d7', hover: '#bff4e1', active: '#d5f9eb' },
      accent: { text: '#aef0d7', hover: '#17302a', active: '#1c3a32' },
      success: { text: '#a4e8b4', rest: '#12301c', hover: '#153620', active: '#183c24' },
      danger: { text: '#ffb9b3', rest: '#401a19', hover: '#4b1f1e', active: '#562423' },
      disabled: { text: '#a3adb3', rest: '#262e32' },
      focus: '#3d7bf0',
    },
  },
  radius: { button: '0.625rem' },
  spacing: {
    // A finger needs 44 px, also where the page makes its rem smaller than the usual 16 px.
    small: { minimum: 'max(2.25rem, 28px)', block: '0.375rem', inline: '0.75rem', gap: '0.375rem' },
    medium: { minimum: 'max(2.75rem, 44px)', block: '0.5rem', inline: '1.125rem', gap: '0.5rem' },
    large: { minimum: 'max(3.25rem, 44px)', block: '0.625rem', inline: '1.5rem', gap: '0.625rem' },
  },
  type: {
    family: 'inherit',
    weight: '600',
    lineHeight: '1.25',
    small: '0.875rem',
    medium: '1rem',
    large: '1.125rem',
  },
  motion: { duration: '120ms', easing: 'ease-out', spin: '800ms' },
};
