import { vi } from 'vitest';

/**
 * jsdom cannot navigate and lets nobody replace `location.assign`, so the page gets a `location` of
 * its own, which keeps following `history`. `assign` is the way out of the page.
 */
export function fakeLocation() {
  const real = window.location;
  const assign = vi.fn<(address: string) => void>();
  const names = ['href', 'origin', 'pathname', 'search', 'hash', 'hostname', 'protocol'] as const;
  const fake = { assign, toString: () => real.href };
  for (const name of names) Object.defineProperty(fake, name, { get: () => real[name] });
  vi.stubGlobal('location', fake);
  return assign;
}
