import { buildSync } from 'esbuild';
import { scriptFiles } from './entries.ts';

/** A script that nobody bundles has no texts for developers in it. */
export const scriptDefines = { 'process.env.NODE_ENV': '"production"' };

/** The redirect page's script as it is published: one minified file that runs by itself. */
function redirectScript(): string {
  const { source } = scriptFiles.find(({ file }) => file === 'redirect.global.js')!;
  const { outputFiles } = buildSync({
    entryPoints: [source],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    define: scriptDefines,
  });
  return outputFiles[0]!.text.trim();
}

/**
 * Puts the script's text in the place of the constant that `redirectPage` reads, where the library is
 * built and where its sources are tested. It is no module of its own, so that whatever else runs the
 * sources as they are, such as the sandbox by `tsx`, needs to know nothing of it.
 */
export const defineRedirectScript = () => ({
  builtRedirectScript: JSON.stringify(redirectScript()),
});
