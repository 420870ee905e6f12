import { defineConfig, type UserConfig } from 'tsdown';
import { commandSource, entries, outputOf, scriptFiles } from './scripts/entries.ts';
import { defineRedirectScript, scriptDefines } from './scripts/redirect-script.ts';

/** Sources by where they go: `core/index` is `dist/core/index`. */
const named = (sources: (string | undefined)[]) =>
  Object.fromEntries(
    sources.flatMap((source) =>
      source ? [[outputOf(source).replace('./dist/', ''), source]] : [],
    ),
  );

const everywhere = entries.filter(({ isForNode, bundles }) => !isForNode && !bundles);
const withPackages = entries.filter(({ bundles }) => bundles);
const onNode = entries.filter(({ isForNode }) => isForNode);

/** For browsers, servers and edge runtimes alike. */
const libraries: UserConfig = {
  entry: named(everywhere.flatMap(({ source, browserSource }) => [source, browserSource])),
  format: ['esm', 'cjs'],
  // A file of ours stays a file: 'use client' stands where it was written, and an app's bundler drops
  // what nobody imports.
  unbundle: true,
  dts: true,
  sourcemap: true,
  define: defineRedirectScript(),
  platform: 'neutral',
  target: 'es2022',
};

/** The same, with what they use of other packages inside. Unbundled, that would lie in `node_modules`. */
const librariesWithPackages: UserConfig = {
  ...libraries,
  entry: named(withPackages.flatMap(({ source, browserSource }) => [source, browserSource])),
  unbundle: false,
  // The first build has emptied `dist`.
  clean: false,
  deps: { onlyBundle: withPackages.flatMap(({ bundles }) => bundles ?? []) },
};

/** The sandbox and the command line. */
const tools: UserConfig = {
  entry: named([...onNode.map(({ source }) => source), commandSource]),
  format: ['esm', 'cjs'],
  dts: true,
  sourcemap: true,
  define: defineRedirectScript(),
  platform: 'node',
  target: 'node20',
  // The first build has emptied `dist`.
  clean: false,
  // `.js` and `.cjs`, as the other entries have them; for Node, tsdown would write `.mjs`.
  fixedExtension: false,
  // The package has no runtime dependency: these two go in whole, and nothing else may.
  deps: { onlyBundle: ['hono', '@hono/node-server'] },
};

/** For `<script>` tags: one file each, with all that it needs in it. */
const scripts = scriptFiles.map(
  ({ file, source }): UserConfig => ({
    entry: { [file.replace(/\.js$/, '')]: source },
    format: 'iife',
    // tsdown would put `.iife` into the name.
    outputOptions: { entryFileNames: '[name].js' },
    minify: true,
    define: scriptDefines,
    sourcemap: true,
    dts: false,
    platform: 'browser',
    target: 'es2022',
    clean: false,
  }),
);

export default defineConfig([libraries, librariesWithPackages, tools, ...scripts]);
