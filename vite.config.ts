import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { defineRedirectScript } from './scripts/redirect-script.ts';

/**
 * What Storybook and the tests have in common. The published files are built by tsdown, so nothing of
 * a library build stands here: Storybook merges this file into its own.
 */
export default defineConfig({
  plugins: [react()],
  define: defineRedirectScript(),
  // Stories, examples and tests import the package by its name, which tsconfig.json leads to `src`.
  resolve: { tsconfigPaths: true },
});
