import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';
import '@testing-library/jest-dom/vitest';

let spies: MockInstance[] = [];

// A stray warning is a defect. A test that expects one mocks the console itself.
beforeEach(() => {
  spies = (['error', 'warn'] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation((...args) => {
      throw new Error(`Unexpected console.${method}: ${args.join(' ')}`);
    }),
  );
});

afterEach(() => {
  if (typeof document !== 'undefined') cleanup();
  // A console call that somebody caught still fails the test.
  const calls = spies.flatMap(({ mock }) => mock.calls);
  vi.restoreAllMocks();
  expect(calls).toEqual([]);
});
