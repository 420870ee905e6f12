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

type Token = { name: string; light: string; dark: string };

/** All tokens; a measure is the same on light pages and on dark ones. */
function tokensOf({ color, ...measures }: ConnectTheme): Token[] {
  const dark = flatten(color.dark, '-color');
  return [
    ...flatten(measures).map(([name, value]) => ({ name, light: value, dark: value })),
    ...flatten(color.light, '-color').map(([name, light], index) => ({
      name,
      light,
      dark: dark[index]![1],
    })),
  ];
}

/**
 * Declares a private variable for each of these tokens. It takes its value from the public one of that
 * name (`--connect-color-fill-rest`), which any style sheet may set; the theme is only the fallback.
 */
function declare(tokens: Token[], scheme: ConnectColorScheme): string {
  const write = (some: Token[], value: (token: Token) => string) =>
    some
      .map((each) => `--_connect${each.name}:var(--connect${each.name},${value(each)});`)
      .join('');
  const light = write(tokens, (token) => token.light);
  if (scheme === 'light') return light;
  if (scheme === 'dark') return write(tokens, (token) => token.dark);

  const twofold = tokens.filter((token) => token.light !== token.dark);
  if (twofold.length === 0) return light;
  if (scheme === 'auto') {
    const dark = write(twofold, (token) => token.dark);
    return `${light}@media (prefers-color-scheme:dark){${dark}}`;
  }
  // Browsers of before 2024 do not know the function and stay light.
  const both = write(twofold, (token) => `light-dark(${token.light},${token.dark})`);
  return `${light}@supports (color:light-dark(#000,#fff)){${both}}`;
}

const standard = tokensOf(connectTheme);

/** The tokens as they come, which all buttons of a color scheme share. */
export const standardDeclarations: Record<ConnectColorScheme, string> = {
  light: declare(standard, 'light'),
  dark: declare(standard, 'dark'),
  auto: declare(standard, 'auto'),
  page: declare(standard, 'page'),
};

/** What a theme has otherwise, and nothing else: each distinct one stays in the page. */
export function declareDifferences(theme: ConnectTheme, scheme: ConnectColorScheme): string {
  const differs = ({ light, dark }: Token, index: number) =>
    (scheme !== 'dark' && light !== standard[index]!.light) ||
    (scheme !== 'light' && dark !== standard[index]!.dark);
  return declare(tokensOf(theme).filter(differs), scheme);
}
