'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type ConnectLabels, connectLabels } from './connect-labels';
import { type ConnectThemeOverride, connectTheme } from './connect-theme';
import { mergeTheme } from './merge-theme';
import { oneOf } from './one-of';
import {
  type ConnectColorScheme,
  declareDifferences,
  standardDeclarations,
} from './theme-variables';

/** Complete sets of texts by language, like `fr` or `pt-BR`. */
export type ConnectLanguages = Readonly<Record<string, ConnectLabels>>;

const ThemeContext = createContext({
  theme: connectTheme,
  colorScheme: 'page' as ConnectColorScheme,
  languages: connectLabels as ConnectLanguages,
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
  /**
   * Texts in languages of your own, or in place of ready ones; `ConnectLabels` has the compiler name a
   * text that is missing. A button takes those of its `lang`, else of the page's.
   *
   * @default those of the provider around this one
   */
  languages?: ConnectLanguages | undefined;
  /** The app, or the part of it that the theme is for. */
  children?: ReactNode | undefined;
};

/**
 * Sets tokens, color scheme and languages for all themed buttons inside. Adds no element to the page.
 *
 * @example
 * <ConnectThemeProvider colorScheme="auto" theme={{ radius: { button: '999px' } }}>
 *   <App />
 * </ConnectThemeProvider>
 */
export function ConnectThemeProvider(props: ConnectThemeProviderProps) {
  const { theme, colorScheme, languages, children } = props;
  const outer = useContext(ThemeContext);
  const value = useMemo(
    () => ({
      theme: mergeTheme(outer.theme, theme),
      colorScheme: oneOf(standardDeclarations, colorScheme, outer.colorScheme),
      languages: { ...outer.languages, ...languages },
    }),
    [outer, theme, colorScheme, languages],
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

/** The ready languages, and those that the app has brought. */
export const useLanguages = (): ConnectLanguages => useContext(ThemeContext).languages;
