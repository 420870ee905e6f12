/** How the sizes are measured, and their limits: the same for the sources and for what is packed. */
import { brotliCompressSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';

/** In bytes. */
export const limits = {
  button: 6310,
  core: 4880,
  redirectScript: 1160,
  elementScript: 8590,
  embeddedSignup: 4690,
  styledButton: 10_770,
};

/** What the documentation has the size of, as the sources give it. */
export const measured: { what: string; measure(): Promise<number>; limit?: number }[] = [
  {
    what: '`ConnectButton` of `360dialog-connect-button` 1.0.2',
    measure: () => sizeOfImport('ConnectButton', '360dialog-connect-button'),
  },
  {
    what: '`ConnectButton`',
    measure: () => sizeOfImport('ConnectButton', './src/index'),
    limit: limits.button,
  },
  {
    what: '`startOnboarding` of `./core`',
    measure: () => sizeOfImport('startOnboarding', './src/core/index'),
    limit: limits.core,
  },
  {
    what: '`startEmbeddedSignup` of `./embedded-signup`',
    measure: () => sizeOfImport('startEmbeddedSignup', './src/embedded-signup/index'),
    limit: limits.embeddedSignup,
  },
  {
    what: '`StyledConnectButton` of `./styled`',
    measure: () => sizeOfImport('StyledConnectButton', './src/styled/index'),
    limit: limits.styledButton,
  },
  {
    what: '`redirect.global.js`',
    measure: () => sizeOf({ entryPoints: ['src/redirect/redirect-script.ts'], format: 'iife' }),
    limit: limits.redirectScript,
  },
  {
    what: '`element.global.js`',
    measure: () => sizeOf({ entryPoints: ['src/element/element-script.ts'], format: 'iife' }),
    limit: limits.elementScript,
  },
];

/** As a server sends it. */
export const compressedSize = (file: Uint8Array): number => brotliCompressSync(file).length;

/** Minified and brotli-compressed, without React and styled-components, as an app's bundler has it. */
async function sizeOf(options: BuildOptions): Promise<number> {
  const { outputFiles } = await build({
    format: 'esm',
    ...options,
    bundle: true,
    write: false,
    minify: true,
    target: 'es2022',
    external: ['react', 'react/jsx-runtime', 'styled-components'],
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return compressedSize(outputFiles[0]!.contents);
}

/** The size of one name, imported in a folder. */
export const sizeOfImport = (name: string, from: string, folder = process.cwd()) =>
  sizeOf({ stdin: { contents: `export { ${name} } from '${from}'`, resolveDir: folder } });
