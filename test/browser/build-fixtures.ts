import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type InlineConfig, type Plugin, type Rollup } from 'vite';
import { scriptFiles } from '../../scripts/entries';

const root = resolve(import.meta.dirname, '../..');
const fixture = (name: string) => resolve(import.meta.dirname, 'fixtures', name);

/** The published package has no option for another hub than 360dialog's. */
const publishedHub: Plugin = {
  name: 'published-hub',
  transform: (code, id) =>
    id.includes('node_modules/360dialog-connect-button/')
      ? code.replace(
          "v1: 'https://hub.360dialog.com/dashboard/app'",
          'get v1() { return window.publishedHub; }',
        )
      : null,
};

/** Which files have effects, package.json says of what is built; these are sources. */
const keptEffects: Plugin = {
  name: 'kept-effects',
  transform: (_code, id) => (/\/(src|fixtures)\//.test(id) ? { moduleSideEffects: true } : null),
};

async function bundle(
  mode: 'development' | 'production',
  input: Record<string, string>,
  format: 'es' | 'iife',
): Promise<[name: string, code: string][]> {
  const config: InlineConfig = {
    configFile: false,
    root,
    mode,
    logLevel: 'error',
    publicDir: false,
    resolve: { tsconfigPaths: true },
    plugins: [publishedHub, keptEffects],
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    build: {
      write: false,
      // A thousand pages load it in a run.
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input,
        output: { format, entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  };
  const { output } = (await build(config)) as Rollup.RollupOutput;
  return output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : []));
}

/**
 * Builds the scripts of the fixture pages, in memory. The pages are a development build, because
 * only there StrictMode runs everything twice; the script files are built as they are published.
 */
export async function buildFixtures(): Promise<Map<string, string>> {
  const pages = [
    'app.tsx',
    'element-app.ts',
    'published-app.tsx',
    'announcing-app.tsx',
    'redirect.ts',
    'redirect-auto.ts',
    'legacy.ts',
    'hand-written.ts',
    'hub.ts',
    'blank.ts',
    'page.ts',
    'styled.tsx',
    'styled-states.tsx',
  ];
  const input = Object.fromEntries(pages.map((name) => [name.split('.')[0]!, fixture(name)]));
  // Each on its own: a file of such a build has all that it needs in it.
  const scripts = scriptFiles.map(({ file, source }) =>
    bundle('production', { [file.replace(/\.js$/, '')]: resolve(root, source) }, 'iife'),
  );
  // Angular's, of the line that takes no notice of an aborted `signal`.
  const zone = await readFile(resolve(root, 'node_modules/zone.js/bundles/zone.umd.js'), 'utf8');
  return new Map([
    ['zone.js', zone],
    ...(await bundle('development', input, 'es')),
    ...(await Promise.all(scripts)).flat(),
  ]);
}
