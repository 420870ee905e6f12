import { type BrowserServer, chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { chromiumArgs } from '../../scripts/chromium-args';
import { findChromium } from '../../scripts/find-chromium';
import { buildFixtures } from './build-fixtures';
import { type Origins, startFixtureServer } from './fixture-server';

declare module 'vitest' {
  interface ProvidedContext {
    origins: Origins;
    logUrl: string;
    chromiumPath: string;
    chromiumEndpoint: string;
  }
}

/** One server and one Chromium for all test files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium();
  const assets = await buildFixtures();
  // Vitest keeps its `define` from global setups, and the redirect page's route needs it here.
  Object.assign(globalThis, { builtRedirectScript: assets.get('redirect.global.js') });
  const server = await startFixtureServer(assets);
  let browser: BrowserServer;
  try {
    browser = await chromium.launchServer({ executablePath, args: chromiumArgs });
  } catch (error) {
    await server.close();
    throw error;
  }
  project.provide('origins', server.origins);
  project.provide('logUrl', server.logUrl);
  project.provide('chromiumPath', executablePath);
  project.provide('chromiumEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
