'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type ConnectThemeOverride, connectTheme } from './connect-theme';
import { mergeTheme } from './merge-theme';
import { oneOf } from './one-of';
import {
  type ConnectColorScheme,
  declareDifferences,
  standardDeclarations,
} from './theme-variables';

const ThemeContext = createContext({
  theme: connectTheme,
  colorScheme: 'page' as ConnectColorScheme,
});

/** What the provider takes. */
export type ConnectThemeProviderProps = {
  /** Tokens to replace. Those left out stay as the provider around this one has them. */
  theme?: ConnectThemeOverride | undefined;
  /**
   * `light`, `dark`, `auto` (the reader's system decides) or `page` (the page's own `color-scheme`
   * decides). CSS alone does it, so what a server renders is right at once.
   *
   * @default that of the provider around this one, else 'page'
   */
  colorScheme?: ConnectColorScheme | undefined;
  /** The app, or the part of it that the theme is for. */
  children?: ReactNode | undefined;
};

/**
 * Sets tokens and color scheme for all themed buttons inside. Adds no element to the page.
 *
 * @example
 * <ConnectThemeProvider colorScheme="auto" theme={{ radius: { button: '999px' } }}>
 *   <App />
 * </ConnectThemeProvider>
 */
export function ConnectThemeProvider({ theme, colorScheme, children }: ConnectThemeProviderProps) {
  const outer = useContext(ThemeContext);
  const value = useMemo(
    () => ({
      theme: mergeTheme(outer.theme, theme),
      colorScheme: oneOf(standardDeclarations, colorScheme, outer.colorScheme),
    }),
    [outer, theme, colorScheme],
  );
  return <ThemeContext.Provider value={value}>{children}</ThemeContext.Provider>;
}

/** The tokens of one button: the color scheme, and the CSS of what its theme has otherwise. */
export function useTokens(override: ConnectThemeOverride | undefined) {
  const { theme, colorScheme } = useContext(ThemeContext);
  const differences = useMemo(
    () => declareDifferences(mergeTheme(theme, override), colorScheme),
    [theme, override, colorScheme],
  );
  return { colorScheme, differences };
}
