/**
 * Tells a well-formed partner ID, like `aAbBcCPA`. Addresses, signatures and storage keys hold it, so
 * nothing that could shift their parts gets in, even from a configuration.
 */
export const isPartnerId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]+$/.test(value);
