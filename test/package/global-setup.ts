import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { pack } from '../../scripts/pack';

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed package. */
    tarball: { file: string };
  }
}

/** Builds and packs once for all test files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  project.provide('tarball', { file: await pack(folder) });
  return () => rm(folder, { recursive: true, force: true });
}
