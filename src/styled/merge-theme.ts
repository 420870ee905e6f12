import type { DeepPartial } from './connect-theme';
import { isTokenValue } from './is-token-value';

/**
 * Puts an override into a theme. Only tokens that there are, and only values that stay within their
 * declaration; what is left out is told in a development build.
 */
export function mergeTheme<Tokens extends object>(
  theme: Tokens,
  override: DeepPartial<Tokens> | undefined,
  path = 'theme',
): Tokens {
  const merged = Object.entries(theme).map(([name, before]) => {
    // One that is not an object has no tokens; nor must inherited ones count.
    const isOwn = Object.hasOwn(Object(override), name);
    const value: unknown = isOwn ? override![name as never] : undefined;
    if (value === undefined || value === null || value === false) return [name, before];
    if (typeof before === 'object')
      return [name, mergeTheme(before, value as object, `${path}.${name}`)];
    hint(`${path}.${name}`, value);
    return [name, isTokenValue(value) ? String(value) : before];
  });
  return Object.fromEntries(merged);
}

const dropped =
  'is no CSS value that a theme may have, so it was left out. It must stay within its declaration (no ; { } < > @ ! or backslash, every bracket and quote closed) and load nothing.';

const unknown =
  'is no color or gradient that this browser knows, so what it paints stays without one.';

/** What is the matter with a value, if anything. A server knows no colors. */
function faultOf(token: string, value: unknown): string | undefined {
  if (!isTokenValue(value)) return dropped;
  const isColor = token.startsWith('theme.color.') && typeof CSS !== 'undefined';
  return isColor && !CSS.supports('background', String(value)) ? unknown : undefined;
}

const hinted = new Set<string>();

/** Says in a development build, once for each token, what is the matter with its value. */
function hint(token: string, value: unknown): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: bundlers put its value in, though a browser has no `process`
    if (process.env.NODE_ENV !== 'production' && !hinted.has(token)) {
      const fault = faultOf(token, value);
      if (fault === undefined) return;
      hinted.add(token);
      console.warn(`360dialog-connect: ${token} ${fault}`);
    }
  } catch {
    // A script that nobody bundled.
  }
}
