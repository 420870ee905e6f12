import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import { startSandbox } from 'react-360dialog-connect/sandbox';
import type { TestProject } from 'vitest/node';
import { chromiumArgs } from '../../../scripts/chromium-args';
import { findChromium } from '../../../scripts/find-chromium';
import { serveSite } from './serve-site';

declare module 'vitest' {
  interface ProvidedContext {
    /** Storybook, built, with a sandbox at hand. */
    storybook: string;
    /** The same files, untouched, below a path: no sandbox at hand. */
    staticSite: string;
  }
}

/**
 * Builds Storybook once and serves it twice; one Chromium for all test files. The build takes a minute,
 * in which other tests may run: `setup.ts` waits for it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium();
  const folder = await mkdtemp(join(tmpdir(), 'storybook-'));
  const bin = createRequire(import.meta.url).resolve('storybook/internal/bin/dispatcher');
  const args = [bin, 'build', '--quiet', '--loglevel', 'warn', '--output-dir', folder];
  const { STORYBOOK_ONBOARDING_URL: _, ...env } = process.env;
  const built = promisify(execFile)(process.execPath, args, { env });

  const sandbox = await startSandbox({ port: 0 });
  const storybook = await serveSite(folder, '', built, sandbox.onboardingUrl);
  const staticSite = await serveSite(folder, '/some/sub/path', built);
  const browser = await chromium.launchServer({ executablePath, args: chromiumArgs });
  project.provide('storybook', storybook.url);
  project.provide('staticSite', staticSite.url);
  project.provide('chromiumPath', executablePath);
  project.provide('chromiumEndpoint', browser.wsEndpoint());
  return async () => {
    await built.catch(() => {}); // The requests have told.
    await browser.close();
    await Promise.all([storybook.close(), staticSite.close(), sandbox.close()]);
    await rm(folder, { recursive: true });
  };
}
