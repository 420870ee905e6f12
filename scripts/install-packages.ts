import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Installs packages into a project, beside those that its package.json asks for. */
export const installPackages = (folder: string, packages: string[]): Promise<unknown> =>
  promisify(execFile)(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages],
    { cwd: folder },
  );
