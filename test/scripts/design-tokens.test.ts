// @vitest-environment node
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import {
  type DesignToken,
  designTokens,
  extension,
  type TokenGroup,
} from '../../scripts/design-tokens';
import { connectTheme } from '../../src/styled';

const isToken = (value: object): value is DesignToken => '$value' in value;

/** Every token by its path, like `color.light.focus`. */
function tokensIn(group: TokenGroup, path: string[] = []): [string, DesignToken][] {
  return Object.entries(group).flatMap(([name, member]) => {
    if (name.startsWith('$') || typeof member !== 'object') return [];
    const at = [...path, name];
    if (isToken(member)) return [[at.join('.'), member]];
    return tokensIn(member as TokenGroup, at);
  });
}

function valuesIn(theme: object, path: string[] = []): [string, string][] {
  return Object.entries(theme).flatMap(([name, value]) =>
    typeof value === 'object'
      ? valuesIn(value, [...path, name])
      : [[[...path, name].join('.'), value]],
  );
}

type Color = { colorSpace: string; components: number[]; alpha: number; hex: string };
type Measure = { value: number; unit: string };

/** What each type may hold, by the format. */
const isValid: Record<DesignToken['$type'], (value: never) => boolean> = {
  color: ({ colorSpace, components, alpha, hex }: Color) =>
    colorSpace === 'srgb' &&
    components.length === 3 &&
    components.every((each) => each >= 0 && each <= 1) &&
    alpha === 1 &&
    /^#[0-9a-f]{6}$/.test(hex),
  dimension: ({ value, unit }: Measure) => Number.isFinite(value) && ['px', 'rem'].includes(unit),
  duration: ({ value, unit }: Measure) => Number.isFinite(value) && ['ms', 's'].includes(unit),
  number: (value: number) => Number.isFinite(value),
  fontWeight: (value: number) => value >= 1 && value <= 1000,
  cubicBezier: (points: number[]) =>
    points.length === 4 && [points[0]!, points[2]!].every((x) => x >= 0 && x <= 1),
};

/** The CSS that a tool makes of a token. */
function cssOf({ $type, $value, $extensions }: DesignToken): string {
  if ($extensions) return $extensions[extension].css;
  if ($type === 'color') return ($value as Color).hex;
  if ($type === 'number' || $type === 'fontWeight') return String($value);
  const { value, unit } = $value as Measure;
  return `${value}${unit}`;
}

const channels = (hex: string) =>
  [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));

describe('dist/styled/tokens.json', () => {
  const tokens = tokensIn(designTokens());

  it('has every token of connectTheme by its name and with its value, but for the font', () => {
    const { family, ...type } = connectTheme.type;

    expect(family).toBe('inherit');
    expect(tokens.map(([name, token]) => [name, cssOf(token)])).toEqual(
      valuesIn({ ...connectTheme, type }),
    );
  });

  it.each(tokens)('has a value of its type at %s', (_name, { $type, $value }) => {
    expect(isValid[$type]($value as never)).toBe(true);
  });

  it('gives each color as numbers that are the color', () => {
    const colors = tokens.flatMap(([, { $type, $value }]) =>
      $type === 'color' ? [$value as Color] : [],
    );

    const asNumbers = colors.map(({ components }) =>
      components.map((each) => Math.round(each * 255)),
    );
    expect(asNumbers).toEqual(colors.map(({ hex }) => channels(hex)));
  });

  it('names no token or group as the format forbids', () => {
    for (const [name] of tokens) expect(name).toMatch(/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)*$/);
  });

  it('says which format it is in', () => {
    expect(designTokens().$schema).toBe('https://www.designtokens.org/schemas/2025.10/format.json');
  });

  it('is built and shipped', () => {
    expect(manifest.scripts.build).toContain('scripts/design-tokens.ts');
    expect(manifest.exports['./styled/tokens.json']).toBe('./dist/styled/tokens.json');
  });

  it('is not built of a value that the format does not know', () => {
    const theme = { ...connectTheme, radius: { button: 'calc(1rem + 2px)' } };

    expect(() => designTokens(theme)).toThrow('calc(1rem + 2px)');
  });
});
