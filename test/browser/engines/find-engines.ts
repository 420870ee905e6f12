import type { TestProject } from 'vitest/node';
import { whyMissing } from '../../../scripts/system-packages';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why an engine cannot be had; `null` where it can. */
    missing: Record<'Firefox' | 'WebKit', string | null>;
  }
}

export function setup(project: TestProject): void {
  project.provide('missing', { Firefox: whyMissing('firefox'), WebKit: whyMissing('webkit') });
}
