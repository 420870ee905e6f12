import type { ConnectButtonLook, ConnectThemeOverride } from 'react-360dialog-connect/styled';
import { contrast } from '../../scripts/contrast';
import type { Configuration } from './configuration';
import { labelFields } from './fields';

/** What the themed button has beside the options of every button. */
export type GeneratedLook = Pick<
  ConnectButtonLook,
  'variant' | 'size' | 'fullWidth' | 'iconOnly' | 'lang' | 'labels' | 'theme'
>;

/** Six hexadecimal digits: the only form whose contrast is known. */
export const isColor = (value: string): boolean => /^#[0-9a-f]{6}$/i.test(value);

const [white, black] = ['#ffffff', '#000000'] as const;

/** Of white and black text, what is easier to read: always more than 4.5:1. */
const readableOn = (color: string): string =>
  contrast(color, white) >= contrast(color, black) ? white : black;

/** The color of the button, then its shades: away from the text, which stays as easy to read. */
function shadesOf(fill: string, text: string | undefined) {
  const isTextLighter = !text || contrast(text, black) >= contrast(fill, black);
  const shade = (percent: number) =>
    `color-mix(in srgb, ${fill}, ${isTextLighter ? 'black' : 'white'} ${percent}%)`;
  return { rest: fill, hover: shade(12), active: shade(24) };
}

/** The look, without what is empty or the default. */
export function toLook(configuration: Configuration): GeneratedLook {
  const given = (name: string) => configuration[name]?.trim() || undefined;
  const labels = labelFields.flatMap(({ name, status }) => {
    const text = given(name);
    return text ? [[status, text]] : [];
  });
  const look = {
    variant: given('variant') as GeneratedLook['variant'],
    size: given('size') as GeneratedLook['size'],
    fullWidth: given('fullWidth') ? true : undefined,
    iconOnly: given('iconOnly') ? true : undefined,
    lang: given('textLanguage'),
    labels: labels.length > 0 ? Object.fromEntries(labels) : undefined,
    theme: themeOf(given),
  };
  return Object.fromEntries(
    Object.entries(look).filter(([, value]) => value !== undefined),
  ) as GeneratedLook;
}

function themeOf(given: (name: string) => string | undefined): ConnectThemeOverride | undefined {
  const fill = given('fillColor');
  const text = given('textColor') ?? (fill && isColor(fill) ? readableOn(fill) : undefined);
  const [radius, family] = [given('radius'), given('fontFamily')];
  const colors = {
    ...(fill && shadesOf(fill, text)),
    ...(text && { text }),
  };
  const hasColors = Object.keys(colors).length > 0;
  if (!hasColors && !radius && !family) return undefined;
  return {
    ...(hasColors && { color: { light: { fill: colors }, dark: { fill: colors } } }),
    ...(radius && { radius: { button: `${Number(radius)}px` } }),
    ...(family && { type: { family } }),
  };
}
