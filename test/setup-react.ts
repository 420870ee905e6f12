/** For tests that render: matchers of the DOM, and a clean page after each test. */
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import '@testing-library/jest-dom/vitest';

afterEach(() => {
  if (typeof document !== 'undefined') cleanup();
});
