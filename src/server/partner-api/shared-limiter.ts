import { createLimiter, type Limiter } from './limiter';

// On the global object, because bundlers and hot reloading load this file more than once.
const key = Symbol.for('react-360dialog-connect/partner-api-limiters');
type Holder = typeof globalThis & { [key]?: Map<string, Limiter> };

/** One limiter per partner account and process, because 360dialog counts per account. */
export function sharedLimiter(account: string): Limiter {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  const existing = holder[key].get(account);
  if (existing) return existing;
  const limiter = createLimiter({ name: account });
  holder[key].set(account, limiter);
  return limiter;
}
