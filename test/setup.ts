import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import '@testing-library/jest-dom/vitest';

// A stray warning is a defect. A test that expects one mocks the console itself.
beforeEach(() => {
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...args) => {
      throw new Error(`Unexpected console.${method}: ${args.join(' ')}`);
    });
  }
});

afterEach(() => {
  if (typeof document !== 'undefined') cleanup();
  for (const method of ['error', 'warn'] as const) {
    // A console call that somebody caught still fails the test.
    if (vi.isMockFunction(console[method])) expect(console[method]).not.toHaveBeenCalled();
  }
  vi.restoreAllMocks();
});
