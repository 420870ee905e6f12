import { createSecondIssuer, type SecondIssuer } from './create-second-issuer';

// On the global object, because bundlers and hot reloading load this file more than once.
const key = Symbol.for('react-360dialog-connect/second-issuers');
type Holder = typeof globalThis & { [key]?: Map<string, SecondIssuer> };

/** One issuer per partner and process, so that two signers in one process never share a second. */
export function sharedIssuer(partnerId: string): SecondIssuer {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  const existing = holder[key].get(partnerId);
  if (existing) return existing;
  const issuer = createSecondIssuer(partnerId, () => Date.now());
  holder[key].set(partnerId, issuer);
  return issuer;
}
