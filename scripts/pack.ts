import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Builds and packs the package into a folder that exists. @returns the tarball's path */
export async function pack(folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['pack', '--json', '--pack-destination', folder],
    { maxBuffer: 10 ** 8 },
  );
  // The build prints before.
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('[\n')));
  return join(folder, filename);
}
