import { resolve } from 'node:path';
import { build, type Rollup } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const pages = ['published.ts', 'ours.ts', 'bare.tsx', 'mount.tsx'];

async function bundle(name: string, entry: string): Promise<[name: string, code: string]> {
  const [result] = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    resolve: { tsconfigPaths: true },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: resolve(root, entry), formats: ['iife'], name: 'bench' },
    },
  })) as Rollup.RollupOutput[];
  return [name, result!.output[0].code];
}

/** Builds each page into one minified script, as an app's own build does; in memory. */
export async function buildPages(): Promise<Map<string, string>> {
  const scripts = new Map<string, string>();
  for (const page of pages) {
    const [name, code] = await bundle(page.split('.')[0]!, `test/bench/pages/${page}`);
    scripts.set(name, code);
  }
  scripts.set(...(await bundle('redirect', 'src/redirect/redirect-script.ts')));
  return scripts;
}
