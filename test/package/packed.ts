import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export const run = promisify(execFile);

/** A project with the packed package installed, as a user has it. */
export type Consumer = {
  folder: string;
  /** Runs Node in the project. @returns what it printed */
  node(...args: string[]): Promise<string>;
  remove(): Promise<void>;
};

/** Installs packages into an empty project with these files. */
export async function installConsumer(
  packages: string[],
  files: Record<string, string> = {},
): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'consumer-'));
  for (const [path, text] of Object.entries({ 'package.json': '{"private":true}', ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await run('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: folder });
  return {
    folder,
    node: async (...args) => (await run('node', args, { cwd: folder })).stdout.trim(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
