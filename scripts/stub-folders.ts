/**
 * Before and after `npm pack`: a folder of the package for each entry, with a package.json that leads to
 * its files. Parcel as it comes and eslint-plugin-import read no `exports`, and would find the root only.
 *
 *     tsx scripts/stub-folders.ts write
 *     tsx scripts/stub-folders.ts remove
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { entries, outputOf, stubFolders } from './entries.ts';

/** What stands in the folders, by path. */
function stubFiles(): Map<string, string> {
  return new Map(
    entries
      .filter(({ name }) => name)
      .map(({ name, source, browserSource }) => {
        const fromFolder = (file: string) => posix.relative(name, outputOf(file));
        const manifest = {
          main: `${fromFolder(source)}.cjs`,
          module: `${fromFolder(source)}.js`,
          types: `${fromFolder(source)}.d.ts`,
          ...(browserSource && { browser: `${fromFolder(browserSource)}.js` }),
        };
        return [join(name, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`];
      }),
  );
}

function main(verb: string | undefined): void {
  // Leftovers of a pack that was killed, too.
  for (const folder of stubFolders) rmSync(folder, { recursive: true, force: true });
  if (verb !== 'write') return;
  for (const [path, text] of stubFiles()) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv[2]);
