import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { run } from './packed';

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed package. */
    tarball: { file: string };
  }
}

/** Builds and packs once for all test files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
    maxBuffer: 10 ** 8,
  });
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('[\n')));
  project.provide('tarball', { file: join(folder, filename) });
  return () => rm(folder, { recursive: true, force: true });
}
