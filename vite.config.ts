/// <reference types="vitest/config" />
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vite';
import { chromiumArgs } from './test/browser/chromium-args.ts';
import { findChromium } from './test/browser/find-chromium.ts';
import { appearances } from './test/stories/appearances.ts';

const unit = {
  include: ['test/**/*.test.{ts,tsx}'],
  exclude: ['test/{browser,storybook,package,databases}/**'],
  environment: 'jsdom',
  // Property tests on a busy machine; none of them waits for real time.
  testTimeout: 30_000,
  setupFiles: ['test/setup.ts'],
};

/** Firefox and WebKit run the same scenarios as Chromium. */
const engines = ['firefox', 'webkit'].map((name) => `test/browser/faults/${name}.test.ts`);
/** Every story, in real Chromium. */
const stories = async () => ({
  extends: true as const,
  plugins: await storybookTest(),
  test: {
    name: 'stories',
    globalSetup: ['test/stories/global-setup.ts'],
    setupFiles: ['test/stories/setup.ts'],
    sequence: { groupOrder: 2 },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          // Only a run of the stories needs it.
          get executablePath() {
            return findChromium();
          },
          args: chromiumArgs,
        },
      }),
      instances: appearances,
    },
  },
});

/** What Storybook and the tests need. The published files are built by tsdown (see package.json). */
export default defineConfig({
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  test: {
    // Vitest would leave one processor free, which of two is half.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { ...unit, name: 'unit', env: { REACT_MAJOR: '19' } } },
      {
        extends: true,
        resolve: {
          alias: [
            { find: /^react(?=$|\/jsx)/, replacement: 'react-18' },
            { find: /^react-dom(?=$|\/)/, replacement: 'react-dom-18' },
          ],
        },
        test: {
          ...unit,
          name: 'react-18',
          include: ['test/{react,styled}/**/*.test.tsx'],
          env: { REACT_MAJOR: '18' },
          setupFiles: ['test/helpers/react-18.ts', ...unit.setupFiles],
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: engines,
          globalSetup: ['test/browser/engines/install-engines.ts', 'test/browser/global-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          maxConcurrency: 3,
          // WebKit's driver now and then loses a window that closes; a defect of ours fails each time.
          retry: 2,
          // Firefox and WebKit beside each other, after everything else.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: engines,
          globalSetup: ['test/browser/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // After the unit tests: windows and timers want the processor for themselves.
          sequence: { groupOrder: 1 },
        },
      },
      stories,
      {
        extends: true,
        test: {
          name: 'storybook',
          include: ['test/storybook/**/*.test.ts'],
          globalSetup: ['test/storybook/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'databases',
          include: ['test/databases/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/package/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
