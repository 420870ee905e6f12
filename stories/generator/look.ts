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

/** Of light and dark text, what is easier to read. */
const readableOn = (color: string): string => {
  const [light, dark] = ['#ffffff', '#111111'] as const;
  return contrast(color, light) >= contrast(color, dark) ? light : dark;
};

const darker = (color: string, percent: number) =>
  `color-mix(in srgb, ${color}, black ${percent}%)`;

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
    ...(fill && { rest: fill, hover: darker(fill, 12), active: darker(fill, 24) }),
    ...(text && { text }),
  };
  const hasColors = Object.keys(colors).length > 0;
  if (!hasColors && !radius && !family) return undefined;
  return {
    ...(hasColors && { color: { light: { fill: colors }, dark: { fill: colors } } }),
    ...(radius && { radius: { button: `${radius}px` } }),
    ...(family && { type: { family } }),
  };
}
