import type { QueryParameters } from './types';

type Parameters = QueryParameters | undefined;

/** Tells an object of parameters, or nothing. */
export const isMergeable = (value: unknown): value is Parameters =>
  !value || Object.prototype.toString.call(value) === '[object Object]';

/**
 * Puts parameters over others. A text, a list or `URLSearchParams` would be spread to nonsense, or to
 * nothing: it stays as it is, to be refused where the hub's address is built.
 */
export function mergeParameters(parameters: Parameters, over: Parameters): Parameters {
  if (!isMergeable(parameters)) return parameters;
  return isMergeable(over) ? { ...parameters, ...over } : over;
}
