import { defineConfig } from 'vitest/config';

/** For `no-skips.test.ts`: the tests of what a machine may lack, on one that lacks it. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: [
      'test/browser/faults/{firefox,webkit}.test.ts',
      'test/databases/{redis,webhooks}.test.ts',
    ],
    provide: { missing: { Firefox: 'it is not here', WebKit: 'it is not here' } },
    reporters: 'json',
  },
});
