import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';

// Node 25 and newer have a Web Storage of their own, and Vitest leaves what Node has in its place: the
// page would have no storage, because Node's wants a file.
const { jsdom } = globalThis as { jsdom?: { window: Window } };
for (const name of ['localStorage', 'sessionStorage'] as const) {
  if (jsdom) Object.defineProperty(globalThis, name, { value: jsdom.window[name] });
}

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
