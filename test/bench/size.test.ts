// @vitest-environment node
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { limits, sizeOf, sizeOfImport } from './measure-size';

/** What is measured, by its name in the README's table, and its limit. */
const sizes: [name: string, measure: () => Promise<number>, limit?: number][] = [
  [
    '`ConnectButton` of `360dialog-connect-button` 1.0.2',
    () => sizeOfImport('ConnectButton', '360dialog-connect-button'),
  ],
  ['`ConnectButton`', () => sizeOfImport('ConnectButton', './src/index'), limits.button],
  [
    '`startOnboarding` of `./core`',
    () => sizeOfImport('startOnboarding', './src/core/index'),
    limits.core,
  ],
  [
    '`redirect.global.js`',
    () => sizeOf({ entryPoints: ['src/redirect/redirect-script.ts'], format: 'iife' }),
    limits.redirectScript,
  ],
];

/** Another version of Node may compress a little differently. */
const tolerance = 10;

const readme = readFileSync('README.md', 'utf8');
const printed = (name: string) => {
  const rows = readme.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return Number(rows.find((row) => row[1] === name)?.[2]?.replace(',', ''));
};

it.each(sizes)(
  'the size of %s is within its limit and as printed',
  async (name, measure, limit) => {
    const bytes = await measure();

    // biome-ignore lint/suspicious/noConsole: the numbers belong in the output.
    console.info(`${name}: ${bytes} bytes`);
    if (limit) expect(bytes).toBeLessThanOrEqual(limit);
    expect(Math.abs(printed(name) - bytes), 'from the README').toBeLessThanOrEqual(tolerance);
  },
);

it.each(['index', 'core/index', 'redirect/index', 'styled/index'])(
  'nothing of src/%s is loaded later, when a deploy may have taken it away',
  async (entry) => {
    const { metafile } = await build({
      entryPoints: [`src/${entry}.ts`],
      format: 'esm',
      bundle: true,
      write: false,
      metafile: true,
      packages: 'external',
    });
    const kinds = Object.values(metafile.inputs).flatMap(({ imports }) =>
      imports.map(({ kind }) => kind),
    );

    expect(new Set(kinds)).toEqual(new Set(['import-statement']));
  },
);
