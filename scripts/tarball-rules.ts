import { posix } from 'node:path';

/** What is packed: the text of each file by its path in the package. */
export type PackedFiles = ReadonlyMap<string, string>;

const besideTheBuild = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];

/**
 * Holds a packed package to its rules: what users need and nothing else, with whole source maps,
 * and `'use client'` where React needs it.
 *
 * @returns a sentence for each breach
 */
export function tarballProblems(files: PackedFiles): string[] {
  const problems: string[] = [];
  const manifest = JSON.parse(files.get('package.json') ?? '{}');
  if (Object.keys(manifest.dependencies ?? {}).length > 0) {
    problems.push('package.json has runtime dependencies');
  }

  const expected = new Set(besideTheBuild);
  for (const path of reachable(files, targetsOf(manifest))) expected.add(path);
  for (const path of stubsOf(manifest)) expected.add(path);
  for (const path of stubsOf(manifest)) problems.push(...stubProblems(files, path));
  for (const path of expected) if (!files.has(path)) problems.push(`${path} is missing`);
  for (const path of files.keys()) if (!expected.has(path)) problems.push(`${path} is not needed`);

  for (const [path, text] of files) {
    if (/\.c?js$/.test(path)) problems.push(...scriptProblems(path, text));
    if (path.endsWith('.map')) problems.push(...mapProblems(path, text));
  }
  const license = files.get('LICENSE') ?? '';
  for (const name of bundled(files)) {
    if (!license.includes(`\n${name}: Copyright`)) problems.push(`LICENSE does not name ${name}`);
  }
  return problems;
}

/** Each file that package.json names to import, to run or to load. */
function targetsOf(manifest: Record<string, unknown>): string[] {
  const { exports, bin, main, module, types, typesVersions, unpkg, jsdelivr, sideEffects } =
    manifest;
  const { customElements } = manifest;
  const leaves = (value: unknown): unknown[] =>
    value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [value];
  const named = [
    exports,
    bin,
    main,
    module,
    types,
    typesVersions,
    unpkg,
    jsdelivr,
    sideEffects,
    customElements,
  ].flatMap(leaves);
  return named.filter((each) => typeof each === 'string').map((each) => posix.normalize(each));
}

/** A folder for each entry, for tools that read no `exports`. */
const stubsOf = ({ exports = {} }: { exports?: object }): string[] =>
  Object.keys(exports).flatMap((name) =>
    /^\.\/[\w/-]+$/.test(name) ? `${name.slice(2)}/package.json` : [],
  );

/** They lead to files that there are. */
function stubProblems(files: PackedFiles, path: string): string[] {
  const stub: Record<string, string> = JSON.parse(files.get(path) ?? '{}');
  return Object.values(stub).flatMap((target) => {
    const file = posix.join(posix.dirname(path), target);
    return files.has(file) ? [] : `${path} leads to ${file}, which is missing`;
  });
}

/** The files themselves, what they import from the package, and the source maps they name. */
function reachable(files: PackedFiles, targets: string[]): Set<string> {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    const text = files.get(path) ?? '';
    const isTypes = /\.d\.c?ts$/.test(path);
    if (!isTypes && !/\.c?js$/.test(path)) return;
    for (const [, specifier] of text.matchAll(relativeImport)) {
      const target = posix.join(posix.dirname(path), specifier!);
      visit(isTypes ? target.replace(/js$/, 'ts').replace(/(c?ts)$/, 'd.$1') : target);
    }
    const map = mapOf(text);
    if (map) visit(posix.join(posix.dirname(path), map));
  };
  targets.forEach(visit);
  return found;
}

const relativeImport = /(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["'](\.[^"'\n]+)["']/g;
const mapOf = (text: string) => /^\/\/# sourceMappingURL=(\S+)\s*$/m.exec(text)?.[1];

/** A file without a map may only pass on what others hold. */
const passesOn =
  /^(import |export |const require_\w+ = require\(|exports\.|Object\.defineProperty\(exports|\/\/|$)/;
const usesReact = /(?:\bfrom|\brequire\()\s*["'](?:react|react\/jsx-runtime|styled-components)["']/;

function scriptProblems(path: string, text: string): string[] {
  const problems: string[] = [];
  if (!mapOf(text) && !text.split('\n').every((line) => passesOn.test(line))) {
    problems.push(`${path} has no source map`);
  }
  const isMarked = /^["']use client["'];/.test(text);
  if (isMarked !== usesReact.test(text)) {
    problems.push(`${path} ${isMarked ? 'starts' : 'does not start'} with 'use client'`);
  }
  return problems;
}

/** The packages of others that went into our files, as the source maps tell. */
function bundled(files: PackedFiles): Set<string> {
  const names = new Set<string>();
  for (const [path, text] of files) {
    if (!path.endsWith('.map')) continue;
    for (const source of JSON.parse(text).sources ?? []) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
      if (name) names.add(name);
    }
  }
  return names;
}

function mapProblems(path: string, text: string): string[] {
  const { sources = [], sourcesContent = [] } = JSON.parse(text);
  const isWhole =
    sources.length > 0 && sources.every((_: string, index: number) => sourcesContent[index]);
  const isPortable = sources.every((source: string) => source.startsWith('.'));
  return [
    ...(isWhole ? [] : [`${path} lacks sources`]),
    ...(isPortable ? [] : [`${path} names paths of one machine`]),
  ];
}
