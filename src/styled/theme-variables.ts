import { type ConnectColors, type ConnectTheme, connectTheme } from './connect-theme';

/**
 * Which colors apply. `page` goes by the `color-scheme` that the page itself declares (light,
 * where it declares none), `auto` by the reader's system.
 */
export type ConnectColorScheme = 'page' | 'auto' | 'light' | 'dark';

/** The tokens as the button's own CSS reads them, like `var(--_connect-radius-button)`. */
type References<Value> = Value extends string
  ? string
  : { [Key in keyof Value]: References<Value[Key]> };

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function flatten(tokens: object, path = ''): [name: string, value: string][] {
  return Object.entries(tokens).flatMap(([key, value]) => {
    const name = `${path}-${kebab(key)}`;
    return typeof value === 'object' ? flatten(value, name) : [[name, String(value)] as const];
  }) as [string, string][];
}

function refer<Tokens extends object>(tokens: Tokens, path = ''): References<Tokens> {
  const entries = Object.entries(tokens).map(([key, value]) => {
    const name = `${path}-${kebab(key)}`;
    return [key, typeof value === 'object' ? refer(value, name) : `var(--_connect${name})`];
  });
  return Object.fromEntries(entries) as References<Tokens>;
}

const { color, ...measures } = connectTheme;

/** What the button's CSS is written with. */
export const tokens = {
  ...refer(measures),
  color: refer<ConnectColors>(color.light, '-color'),
};

/**
 * Declares a private variable for every token. It takes its value from the public one of that name
 * (`--connect-color-fill-rest`), which any style sheet may set; the theme is only the fallback.
 */
export function declareTokens(theme: ConnectTheme, scheme: ConnectColorScheme): string {
  const { color, ...measures } = theme;
  const declare = (pairs: [name: string, value: string][]) =>
    pairs.map(([name, value]) => `--_connect${name}:var(--connect${name},${value});`).join('');
  const light = flatten(color.light, '-color');
  const dark = flatten(color.dark, '-color');
  const both = light.map(([name, value], index): [string, string] => [
    name,
    `light-dark(${value},${dark[index]?.[1]})`,
  ]);
  const colors = {
    light: declare(light),
    dark: declare(dark),
    auto: `${declare(light)}@media (prefers-color-scheme:dark){${declare(dark)}}`,
    // Browsers of before 2024 do not know the function and stay light.
    page: `${declare(light)}@supports (color:light-dark(#000,#fff)){${declare(both)}}`,
  };
  return declare(flatten(measures)) + colors[scheme];
}
