import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { mergeConfig } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { chromiumArgs } from './scripts/chromium-args.ts';
import { findChromium } from './scripts/find-chromium.ts';
import viteConfig from './vite.config.ts';

const extendsThis = { extends: true } as const;

/** The tests of what runs in a page. */
const pageTests =
  'test/{core,element,embedded-signup,react,redirect,styled,testing}/**/*.test.{ts,tsx}';

/**
 * They put something in the place of `window` or `location`, which a page lets nobody do, or of a module
 * that others have loaded; one builds.
 */
const replacingTests = [
  'test/core/{load,onboarding-store,preparing,whole-page,whole-page-return}.test.ts',
  'test/embedded-signup/options.test.ts',
  'test/embedded-signup/react/embedded-signup-button.test.tsx',
  'test/redirect/forward-redirect.test.ts',
  'test/sandbox/hub/end-run.test.ts',
  'test/styled/styled-embedded-signup-button.test.tsx',
];

/** The tests that share nothing but code: each of them makes what it changes. */
const sharingTests = 'test/{cli,docs,sandbox,server,types}/**/*.test.ts';

const unit: TestProjectInlineConfiguration['test'] = {
  name: 'unit',
  include: ['test/**/*.test.{ts,tsx}'],
  exclude: [
    'test/{browser,databases,package}/**',
    'test/storybook/site/**',
    pageTests,
    sharingTests,
  ],
  env: { REACT_MAJOR: '19' },
  environment: 'jsdom',
  // Property tests on a busy machine; none of them waits for real time.
  testTimeout: 30_000,
  setupFiles: ['test/setup.ts'],
};

const sharing: TestProjectInlineConfiguration['test'] = {
  ...unit,
  name: 'unit-server',
  include: [sharingTests],
  exclude: replacingTests,
  environment: 'node',
  // The server's libraries are loaded once for many files.
  isolate: false,
};

const pages: TestProjectInlineConfiguration = {
  ...extendsThis,
  // It bundles no dependency, so it has none to look for in the pages of `examples`.
  environments: { __vitest_vm__: { optimizeDeps: { noDiscovery: true } } },
  test: {
    ...unit,
    name: 'unit-pages',
    include: [pageTests],
    exclude: replacingTests,
    // Loads jsdom once for many files, where a process for each takes three times as long.
    pool: 'vmThreads',
  },
};

const replacing: TestProjectInlineConfiguration['test'] = {
  ...unit,
  name: 'unit-replacing',
  include: replacingTests,
  exclude: [],
};

/** The components once more, with the other React that they support. */
const react18: TestProjectInlineConfiguration = {
  ...extendsThis,
  resolve: {
    alias: [
      { find: /^react(?=$|\/jsx)/, replacement: 'react-18' },
      { find: /^react-dom(?=$|\/)/, replacement: 'react-dom-18' },
    ],
  },
  test: {
    ...unit,
    name: 'react-18',
    include: ['test/{react,styled,testing,embedded-signup/react}/**/*.test.tsx'],
    exclude: [],
    env: { REACT_MAJOR: '18' },
    setupFiles: ['test/helpers/react-18.ts', 'test/setup.ts'],
  },
};

/** `npm run faults`: it does not change, so that its results are looked at when a row is new. */
const publishedFile = 'test/browser/faults/published.test.ts';

/** Firefox and WebKit run the same scenarios as Chromium, and some of the signups. */
const engineFiles = ['firefox', 'webkit'].map(
  (name) => `test/browser/{faults,signup}/${name}.test.ts`,
);

/** From the first click to the last page, as the README has it; `npm run test:full` runs them. */
const journeyFiles = ['main-job', 'embedded-signup'].map((name) => `test/browser/${name}.test.ts`);

const browser: TestProjectInlineConfiguration['test'] = {
  name: 'browser',
  include: ['test/browser/**/*.test.ts'],
  exclude: [...engineFiles, ...journeyFiles, publishedFile],
  globalSetup: ['test/browser/global-setup.ts'],
  // Real windows on a busy machine.
  testTimeout: 60_000,
  // It builds the pages and starts servers and a browser.
  hookTimeout: 120_000,
  // Each test file has a Chromium of its own to drive; more than two slow each other down.
  maxWorkers: 2,
  // Scenarios side by side in one file: they wait for windows more than they work.
  maxConcurrency: 7,
  // After the unit tests: windows and timers want the processor for themselves.
  sequence: { groupOrder: 1 },
};

const engines: TestProjectInlineConfiguration['test'] = {
  ...browser,
  name: 'engines',
  include: engineFiles,
  exclude: [],
  globalSetup: ['test/browser/engines/find-engines.ts', 'test/browser/global-setup.ts'],
  // Their drivers take longer than Chromium's.
  testTimeout: 90_000,
  // Scenarios side by side in one engine; more make windows late.
  maxConcurrency: 4,
  // WebKit's driver now and then loses a window that closes; a defect of ours fails each time.
  retry: 2,
};

const journeys: TestProjectInlineConfiguration['test'] = {
  ...browser,
  name: 'journeys',
  include: journeyFiles,
  exclude: [],
};

const published: TestProjectInlineConfiguration['test'] = {
  ...browser,
  name: 'published',
  include: [publishedFile],
  exclude: [],
  testTimeout: 240_000,
};

declare module 'vitest' {
  interface ProvidedContext {
    'storybook/test-initial-globals': Record<string, unknown>;
    acceptsPictures: boolean;
    textSize: string;
  }
}

type Visitor = {
  who: string;
  /** Of the toolbar. */
  globals: Record<string, unknown>;
  textSize: string;
};

/** Each story is rendered, played and checked as each of these visitors has it. */
const visitors: Visitor[] = [
  { who: 'light', globals: { viewport: { value: 'desktop' } }, textSize: '100%' },
  {
    who: 'dark, right to left, on a phone, large text',
    globals: { theme: 'dark', direction: 'rtl', language: 'ar', viewport: { value: 'phone' } },
    textSize: '200%',
  },
];
const appearances = visitors.map(({ who, globals, textSize }) => ({
  browser: 'chromium' as const,
  name: `stories, ${who}`,
  provide: {
    // What addon-vitest's `initialGlobals` provides; this way, one Vite server does for both.
    'storybook/test-initial-globals': globals,
    textSize,
  },
}));

/** Every story in real Chromium, in several looks. Loaded only for a run that needs it. */
const stories = async (): Promise<TestProjectInlineConfiguration> => ({
  ...extendsThis,
  plugins: await storybookTest(),
  test: {
    name: 'stories',
    // One page for all the stories, which each clean up after themselves: half the time.
    isolate: false,
    globalSetup: ['test/storybook/stories/global-setup.ts'],
    setupFiles: ['test/storybook/stories/setup.ts'],
    // Stories of many fields, typed into on a busy machine.
    testTimeout: 60_000,
    // Chromium again, so not beside the others that drive one.
    sequence: { groupOrder: 2 },
    browser: {
      enabled: true,
      headless: true,
      // A failure names the story; nobody looks at these pictures.
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          // A getter, so that a run without stories needs no Chromium.
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

const site: TestProjectInlineConfiguration['test'] = {
  ...browser,
  name: 'storybook',
  include: ['test/storybook/site/**/*.test.ts'],
  exclude: [],
  globalSetup: ['test/storybook/site/global-setup.ts'],
  setupFiles: ['test/storybook/site/setup.ts'],
  // Vitest tells its tests nothing of the switch that accepts what has changed.
  provide: { acceptsPictures: process.argv.includes('-u') },
};

const databases: TestProjectInlineConfiguration['test'] = {
  name: 'databases',
  include: ['test/databases/**/*.test.ts'],
  // Thousands of claims by several processes.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

const packed: TestProjectInlineConfiguration['test'] = {
  name: 'package',
  include: ['test/package/**/*.test.ts'],
  globalSetup: ['test/package/global-setup.ts'],
  // Each installs the tarball and builds an app.
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

/** The scenarios take longest: whatever else is run fits beside them. */
class ScenariosFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isScenarios = ({ moduleId }: TestSpecification) => moduleId.includes('/browser/faults/');
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => Number(isScenarios(b)) - Number(isScenarios(a)));
  }
}

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      // Vitest would leave one processor free, which of two is half.
      maxWorkers: '100%',
      sequence: { sequencer: ScenariosFirst },
      projects: [
        { ...extendsThis, test: unit },
        { ...extendsThis, test: sharing },
        pages,
        { ...extendsThis, test: replacing },
        react18,
        { ...extendsThis, test: engines },
        { ...extendsThis, test: browser },
        { ...extendsThis, test: journeys },
        { ...extendsThis, test: published },
        stories,
        { ...extendsThis, test: site },
        { ...extendsThis, test: databases },
        { ...extendsThis, test: packed },
      ],
    },
  }),
);
