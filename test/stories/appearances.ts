declare module 'vitest' {
  interface ProvidedContext {
    'storybook/test-initial-globals': Record<string, string>;
  }
}

const settings = {
  light: {},
  'dark, right to left': { theme: 'dark', direction: 'rtl', language: 'ar' },
};

/** Each story is rendered, played and checked with each of these settings of the toolbar. */
export const appearances = Object.entries(settings).map(([name, globals]) => ({
  browser: 'chromium' as const,
  name: `stories, ${name}`,
  // What addon-vitest's `initialGlobals` provides; this way, one Vite server does for both.
  provide: { 'storybook/test-initial-globals': globals },
}));
