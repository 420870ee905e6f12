/**
 * `npm run release-check`: refuses a version without its entry in the changelog, a package that names
 * no repository, a wrong tarball, or a red test. `-- --keep FOLDER` leaves the tarball that was checked
 * there, to be published. `-- --tag v1.2.3` compares a tag with the version.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pack } from './pack';
import { releaseProblems } from './release-problems';
import { checkTarball } from './tarball-checks';

// `npm publish --dry-run` hands its flag on, and `npm pack` would leave nothing to check.
delete process.env['npm_config_dry_run'];

const { values } = parseArgs({ options: { keep: { type: 'string' }, tag: { type: 'string' } } });
const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'release-')));
await mkdir(folder, { recursive: true });
try {
  const problems = await releaseProblems({
    manifest: JSON.parse(await readFile('package.json', 'utf8')),
    tag: values.tag,
    changelog: await readFile('CHANGELOG.md', 'utf8'),
    tarballProblems: async () => checkTarball(await pack(folder)),
  });
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
  else process.stdout.write('Ready to be released.\n');
} finally {
  if (!values.keep) await rm(folder, { recursive: true, force: true });
}
