import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { copyProject } from '../../scripts/examples';
import { installPackages } from '../../scripts/install-packages';

export const run = promisify(execFile);

/** A project with the packed package installed, as a user has it. */
export type Consumer = {
  folder: string;
  /** Runs Node in the project. @returns what it printed */
  node(...args: string[]): Promise<string>;
  /** Runs a command of an installed package. */
  npx(...args: string[]): Promise<unknown>;
  remove(): Promise<void>;
};

/**
 * Installs packages into a new project with these files.
 *
 * @param template a project to start from, such as `examples/vite-react`: it brings its own packages
 */
export async function installConsumer(
  packages: string[],
  files: Record<string, string> = {},
  template?: string,
): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'consumer-'));
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  if (template) await copyProject(template, folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await installPackages(folder, packages);
  return {
    folder,
    node: async (...args) => (await run('node', args, { cwd: folder })).stdout.trim(),
    npx: (...args) =>
      // Vitest's own NODE_ENV, `test`, would make a build of neither kind.
      run('npx', args, { cwd: folder, env: { ...process.env, NODE_ENV: 'production' } }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
