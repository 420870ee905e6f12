import type { TestProject } from 'vitest/node';
import { whyMissing } from '../../helpers/debian-package';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why an engine cannot be had; `null` where it can. */
    missing: Record<'Firefox' | 'WebKit', string | null>;
  }
}

/** One after the other: apt-get runs only once at a time. */
export function setup(project: TestProject): void {
  project.provide('missing', {
    Firefox: whyMissing('firefox-esr', 'firefox-esr'),
    WebKit: whyMissing('Xvfb', 'xvfb') ?? whyMissing('WebKitWebDriver', 'webkit2gtk-driver'),
  });
}
