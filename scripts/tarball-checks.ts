import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readTarball } from './read-tarball';
import { tarballProblems } from './tarball-rules';

const run = promisify(execFile);

/** What publint says of a tarball, mere suggestions too; nothing when it is content. */
export const publintProblems = (file: string): Promise<string[]> =>
  complaints('All good!', 'publint', 'run', '--strict', file);

/**
 * What attw says of the types in a tarball. `.attw.json` leaves out the script files, which are loaded
 * by a tag and have nothing to import, and the data.
 */
export const attwProblems = (file: string): Promise<string[]> =>
  complaints('No problems found', 'attw', '--profile', 'strict', file);

/** Everything that is wrong with a tarball. */
export async function checkTarball(file: string): Promise<string[]> {
  const found = await Promise.all([
    readTarball(file).then(tarballProblems),
    publintProblems(file),
    attwProblems(file),
  ]);
  return found.flat();
}

/** What a tool prints. An exit code of 0 is not enough: it has to say that it found nothing. */
async function complaints(content: string, tool: string, ...args: string[]): Promise<string[]> {
  try {
    const { stdout } = await run('npx', ['--no-install', tool, ...args]);
    return stdout.includes(content) ? [] : [`${tool}: ${stdout.trim()}`];
  } catch (error) {
    const { stdout, message } = error as Error & { stdout?: string };
    return [`${tool}: ${(stdout || message).trim()}`];
  }
}
