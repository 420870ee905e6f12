import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import type { PackedFiles } from './tarball-rules';

/** Reads every file of what `npm pack` made. */
export async function readTarball(file: string): Promise<PackedFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'tarball-'));
  try {
    await promisify(execFile)('tar', ['-xzf', file, '-C', folder]);
    const root = join(folder, 'package');
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name));
    return new Map(
      await Promise.all(
        paths.map(
          async (path) =>
            [
              relative(root, path).split(sep).join(posix.sep),
              await readFile(path, 'utf8'),
            ] as const,
        ),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
