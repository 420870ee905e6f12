// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const text = readFileSync('CONTRIBUTING.md', 'utf8');
const foldersOf = (path: string) =>
  readdirSync(path, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? [each.name] : [],
  );

/** The rows of the map: a folder such as `src/core/popup`, and what it may import. */
const rowsOfMap = Array.from(
  text.matchAll(/^\| \[`(src\/[\w/]+)`\].* \| ([\w, ]+) \|$/gm),
  ([, folder, imports]): [string, string] => [folder!, imports!],
);

/** The folders that the files of one import from, by their last names. */
function importsOf(folder: string): string[] {
  const rows = rowsOfMap.map(([row]) => row);
  const folderOf = (path: string) =>
    rows.filter((row) => path.startsWith(`${row}/`)).sort((a, b) => b.length - a.length)[0];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => folderOf(path) === folder);
  const targets = files.flatMap((path) =>
    Array.from(
      readFileSync(path, 'utf8').matchAll(/^import [^;]*? from '(\..+?)'/gm),
      ([, target]) => folderOf(posix.join(posix.dirname(path), target!)),
    ),
  );
  const others = new Set(targets.filter((target) => target !== folder));
  return [...others].map((target) => posix.basename(target!)).sort();
}

describe('the guide for contributors', () => {
  it.each(foldersOf('src'))('has src/%s on its map', (folder) => {
    expect(text).toContain(`| [\`src/${folder}\`](src/${folder}) |`);
  });

  it.each(rowsOfMap)('says what %s imports from the other folders', (folder, imports) => {
    expect(imports).toBe(importsOf(folder).join(', ') || 'nothing');
  });

  it.each(Object.keys(manifest.scripts).filter((name) => !/^pre/.test(name)))(
    'tells what npm run %s does',
    (name) => {
      const command = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;

      expect(text).toContain(`| \`${command}\` |`);
    },
  );

  it('names no command that is not there', () => {
    const named = Array.from(text.matchAll(/npm run ([\w:-]+)/g), ([, name]) => name!);

    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(named));
  });

  it('tells which project runs which tests', () => {
    const config = readFileSync('vite.config.ts', 'utf8');
    const projects = Array.from(config.matchAll(/\bname: '([\w-]+)'/g), ([, name]) => name);

    expect(projects.length).toBeGreaterThan(3);
    for (const project of projects) expect(text).toContain(`| \`${project}\` |`);
  });
});
