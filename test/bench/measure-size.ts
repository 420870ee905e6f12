/** How the sizes are measured, and their limits: the same for the sources and for what is packed. */
import { brotliCompressSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';

/** In bytes. */
export const limits = { button: 4900, core: 3700, redirectScript: 1090 };

/** As a server sends it. */
export const compressedSize = (file: Uint8Array): number => brotliCompressSync(file).length;

/** Minified and brotli-compressed, without React, as an app's bundler has it. */
export async function sizeOf(options: BuildOptions): Promise<number> {
  const { outputFiles } = await build({
    format: 'esm',
    ...options,
    bundle: true,
    write: false,
    minify: true,
    target: 'es2022',
    external: ['react', 'react/jsx-runtime'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return compressedSize(outputFiles[0]!.contents);
}

/** The size of one name, imported in a folder. */
export const sizeOfImport = (name: string, from: string, folder = process.cwd()) =>
  sizeOf({ stdin: { contents: `export { ${name} } from '${from}'`, resolveDir: folder } });
