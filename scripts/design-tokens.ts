/**
 * Writes `dist/styled/tokens.json`: the tokens of the themed button for Figma and other tools.
 *
 * @see https://www.designtokens.org/TR/2025.10/format/
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type ConnectTheme, connectTheme } from '../src/styled/connect-theme.ts';

/** A token as the format has it; `$extensions` hold the CSS where the format has no word for it. */
export type DesignToken = {
  $type: 'color' | 'dimension' | 'duration' | 'cubicBezier' | 'fontWeight' | 'number';
  $value: unknown;
  $description?: string;
  $extensions?: { [extension]: { css: string } };
};

/** Tokens and groups of them, by name. */
export type TokenGroup = {
  $description?: string;
  [name: string]: TokenGroup | DesignToken | string | undefined;
};

/** Under which name our own data stands in `$extensions`. */
export const extension = 'react-360dialog-connect';

const withCss = (css: string) => ({ $extensions: { [extension]: { css } } });

/** https://www.w3.org/TR/css-easing-1/#cubic-bezier-easing-functions */
const easings: Record<string, number[]> = {
  linear: [0, 0, 1, 1],
  ease: [0.25, 0.1, 0.25, 1],
  'ease-in': [0.42, 0, 1, 1],
  'ease-out': [0, 0, 0.58, 1],
  'ease-in-out': [0.42, 0, 0.58, 1],
};

/** What each kind of CSS value is in the format, tried in this order. */
const readers: [form: RegExp, read: (css: string, parts: string[], name: string) => DesignToken][] =
  [
    [
      /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/,
      (hex, parts) => ({
        $type: 'color',
        $value: { colorSpace: 'srgb', components: parts.map(share), alpha: 1, hex },
      }),
    ],
    [
      /^(\d*\.?\d+)(rem|px)$/,
      (_css, [value, unit]) => ({ $type: 'dimension', $value: { value: Number(value), unit } }),
    ],
    [
      /^max\((\d*\.?\d+)(rem), (\d+px)\)$/,
      (css, [value, unit, floor]) => ({
        $type: 'dimension',
        $value: { value: Number(value), unit },
        $description: `At least ${floor}.`,
        ...withCss(css),
      }),
    ],
    [
      /^(\d*\.?\d+)(ms|s)$/,
      (_css, [value, unit]) => ({ $type: 'duration', $value: { value: Number(value), unit } }),
    ],
    [
      /^\d*\.?\d+$/,
      (css, _parts, name) => ({
        $type: name === 'weight' ? 'fontWeight' : 'number',
        $value: Number(css),
      }),
    ],
    [
      new RegExp(`^(${Object.keys(easings).join('|')})$`),
      (css) => ({ $type: 'cubicBezier', $value: easings[css], ...withCss(css) }),
    ],
  ];

/** Two hexadecimal digits as a part of the whole. */
const share = (hex: string) => Number((Number.parseInt(hex, 16) / 255).toFixed(4));

/** @throws Error the format, or this file, knows no such value */
function tokenOf(css: string, name: string): DesignToken {
  for (const [form, read] of readers) {
    const found = form.exec(css);
    if (found) return read(css, found.slice(1), name);
  }
  throw new Error(`scripts/design-tokens.ts knows no design token for ${name}: ${css}`);
}

function groupOf(tokens: object): TokenGroup {
  const members = Object.entries(tokens).flatMap(([name, value]) => {
    // The font is the page's own, which is no value of the format.
    if (value === 'inherit') return [];
    return [[name, typeof value === 'object' ? groupOf(value) : tokenOf(value, name)]];
  });
  return Object.fromEntries(members);
}

/** A theme in the Design Tokens format, 2025.10, with the same names. */
export const designTokens = (theme: ConnectTheme = connectTheme): TokenGroup => ({
  $schema: 'https://www.designtokens.org/schemas/2025.10/format.json',
  $description:
    'The tokens of StyledConnectButton. The font family is that of the page, and no token.',
  ...groupOf(theme),
});

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync('dist/styled/tokens.json', `${JSON.stringify(designTokens(), null, 2)}\n`);
}
