import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

let spies: MockInstance[] = [];

// A stray warning is a defect. A test that expects one mocks the console itself.
beforeEach(() => {
  spies = (['error', 'warn'] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation((...args) => {
      throw new Error(`Unexpected console.${method}: ${args.join(' ')}`);
    }),
  );
});

// Runs after all other hooks, as they run from the last to the first.
afterEach(() => {
  // A console call that somebody caught still fails the test.
  const calls = spies.flatMap(({ mock }) => mock.calls);
  vi.restoreAllMocks();
  expect(calls).toEqual([]);
});

// Only tests that render need what takes long to load.
if (expect.getState().testPath?.endsWith('.tsx')) await import('./setup-react');
