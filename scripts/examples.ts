import { cp } from 'node:fs/promises';
import { basename } from 'node:path';

/** The apps of `examples/`, and the page of each that the hub sends its popup to at the end. */
export const redirectPages = {
  'vite-react': '/',
  nextjs: '/connected',
  'webpack-commonjs': '/',
  'plain-html': '/connected.html',
  element: '/connected.html',
  'published-snippet': '/',
  vue: '/',
  svelte: '/',
  angular: '/',
  'signing-endpoint': '/connected',
  recipes: '/',
  playwright: '/',
  'embedded-signup': '/',
};

/** Where an example hears of 360dialog's webhooks. */
export const webhookPaths: Partial<Record<ExampleName, string>> = {
  'embedded-signup': '/webhooks/360dialog',
};

/** Files to copy that have no page to open. */
export const examplesWithoutPage: readonly string[] = ['cypress', 'jest', 'vitest', 'webhooks'];

/** An app that can be run: `npm run example NAME`. */
export type ExampleName = keyof typeof redirectPages;

/** Copies a project, without what was installed into it. */
export const copyProject = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
