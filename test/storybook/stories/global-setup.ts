import { startSandbox } from 'react-360dialog-connect/sandbox';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    onboardingUrl: string;
  }
}

/** The sandbox that the stories run against. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const sandbox = await startSandbox({ port: 0 });
  project.provide('onboardingUrl', sandbox.onboardingUrl);
  return sandbox.close;
}
