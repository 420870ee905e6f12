/** What users import, in one table: the build, package.json and the docs are made of it. */

/** One entry of the package, by its name behind the package's own. */
type Entry = {
  /** Such as `core`; `''` is the package itself. */
  name: string;
  /** The file that exports everything of it. */
  source: string;
  /** What bundlers for the web take in its place. */
  browserSource?: string;
  /** It runs on Node only, and brings what it needs of other packages with it. */
  isForNode?: true;
  /** It runs everywhere, and brings a package with it, in whole files of its own. */
  bundles?: readonly string[];
  /** It is imported for what it does, and nobody uses an export of it. */
  hasEffect?: true;
};

/** All of them, the package itself first. */
export const entries: readonly Entry[] = [
  { name: '', source: 'src/index.ts' },
  { name: 'core', source: 'src/core/index.ts' },
  { name: 'embedded-signup', source: 'src/embedded-signup/index.ts' },
  { name: 'embedded-signup/react', source: 'src/embedded-signup/react/index.ts' },
  { name: 'redirect', source: 'src/redirect/index.ts' },
  { name: 'redirect/auto', source: 'src/redirect/auto.ts', hasEffect: true },
  {
    name: 'server',
    source: 'src/server/index.ts',
    browserSource: 'src/server/browser.ts',
    bundles: ['jose', 'ky', 'valibot'],
  },
  { name: 'sandbox', source: 'src/sandbox/index.ts', isForNode: true },
  { name: 'styled', source: 'src/styled/index.ts' },
  { name: 'element', source: 'src/element/index.ts' },
  { name: 'testing', source: 'src/testing/index.ts' },
];

/** Files for a `<script>` tag, which run by themselves. */
export const scriptFiles: readonly { file: string; source: string }[] = [
  { file: 'redirect.global.js', source: 'src/redirect/redirect-script.ts' },
  { file: 'element.global.js', source: 'src/element/element-script.ts' },
];

/** Data that a script of the build writes; the path in `dist` is also the name behind the package's own. */
const dataFiles: readonly string[] = ['styled/tokens.json'];

/** The command. */
export const commandSource = 'src/cli/main.ts';

/** Folders of the packed package, for tools that read no `exports`; see stub-folders.ts. */
export const stubFolders: readonly string[] = [
  ...new Set(entries.flatMap(({ name }) => name.split('/')[0] || [])),
];

/** Where the build puts what a source becomes, without its ending: `dist/core/index`. */
export const outputOf = (source: string): string =>
  source.replace(/^src\//, './dist/').replace(/\.ts$/, '');

type Conditions = { [condition: string]: string | Conditions };

/** An ES module and a CommonJS module, each with its types. */
const bothFormats = (code: string, types = code): Conditions => ({
  import: { types: `${types}.d.ts`, default: `${code}.js` },
  require: { types: `${types}.d.cts`, default: `${code}.cjs` },
});

function conditionsOf({ source, browserSource }: Entry): Conditions {
  const output = outputOf(source);
  if (!browserSource) return bothFormats(output);
  // Runtimes that also say `browser` of themselves come first; `node` comes before it for Jest with
  // jsdom, which says both.
  const runtimes = ['workerd', 'edge-light', 'worker', 'deno', 'bun'];
  return {
    ...Object.fromEntries(runtimes.map((runtime) => [runtime, `${output}.js`])),
    node: bothFormats(output),
    browser: bothFormats(outputOf(browserSource), output),
    ...bothFormats(output),
  };
}

/** The parts of package.json that the table decides. */
export function manifestOfEntries() {
  const [main, ...others] = entries;
  const output = outputOf(main!.source);
  const built = (file: string) => `./dist/${file}`;
  const loose = [...scriptFiles.map(({ file }) => file), ...dataFiles];
  return {
    // What browsers' bundles may not drop though nobody uses an export of it.
    sideEffects: [
      ...scriptFiles.map(({ file }) => built(file)),
      ...entries.flatMap(({ source, browserSource, hasEffect }) => {
        const withEffect = browserSource ?? (hasEffect && source);
        return withEffect ? [`${outputOf(withEffect)}.js`, `${outputOf(withEffect)}.cjs`] : [];
      }),
    ],
    // For tools that read no `exports`.
    main: `${output}.cjs`,
    module: `${output}.js`,
    types: `${output}.d.ts`,
    typesVersions: {
      '*': {
        ...Object.fromEntries(
          others.map(({ name, source }) => [name, [`${outputOf(source)}.d.ts`]]),
        ),
        ...Object.fromEntries(loose.map((file) => [file, [built(file)]])),
      },
    },
    exports: {
      ...Object.fromEntries(
        entries.map((entry) => [entry.name ? `./${entry.name}` : '.', conditionsOf(entry)]),
      ),
      ...Object.fromEntries(loose.map((file) => [`./${file}`, built(file)])),
      './package.json': './package.json',
    },
    files: [
      'dist',
      ...stubFolders,
      // Types of what nobody imports, and CommonJS of what is only run.
      ...entries.flatMap(({ browserSource }) =>
        browserSource ? `!${outputOf(browserSource).slice(2)}.d.*` : [],
      ),
      `!${outputOf(commandSource).slice(2)}.cjs*`,
      `!${outputOf(commandSource).slice(2)}.d.*`,
      'CHANGELOG.md',
    ],
    bin: { 'react-360dialog-connect': `${outputOf(commandSource)}.js` },
  };
}
