// @vitest-environment node
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import sizes from '../../docs/sizes.json' with { type: 'json' };
import { measured } from './measure-size';

it.each(measured.filter(({ limit }) => limit))(
  'the size of $what is at most $limit bytes',
  async ({ what, measure, limit }) => {
    const bytes = await measure();

    // biome-ignore lint/suspicious/noConsole: the numbers belong in the output.
    console.info(`${what}: ${bytes} bytes`);
    expect(bytes).toBeLessThanOrEqual(limit!);
  },
);

it('the documentation has each size, with its limit', () => {
  const wanted = measured.map(({ what, limit }) => ({ what, limit }));

  expect(sizes.map(({ what, limit }) => ({ what, limit }))).toEqual(wanted);
});

it.each([
  'index',
  'core/index',
  'element/index',
  'embedded-signup/index',
  'embedded-signup/react/index',
  'redirect/index',
  'styled/index',
])('nothing of src/%s is loaded later, when a deploy may have taken it away', async (entry) => {
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
});
