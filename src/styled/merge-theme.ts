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
    if (isTokenValue(value)) return [name, String(value)];
    hintDropped(`${path}.${name}`);
    return [name, before];
  });
  return Object.fromEntries(merged);
}

const hinted = new Set<string>();

function hintDropped(token: string): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: bundlers put its value in, though a browser has no `process`
    if (process.env.NODE_ENV !== 'production' && !hinted.has(token)) {
      hinted.add(token);
      console.warn(
        `360dialog-connect: ${token} is no CSS value that a theme may have, so it was left out. It must stay within its declaration (no ; { } < > @ ! or backslash, every bracket and quote closed) and load nothing.`,
      );
    }
  } catch {
    // A script that nobody bundled.
  }
}
