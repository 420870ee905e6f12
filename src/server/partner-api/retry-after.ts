/**
 * Reads `Retry-After`, which is seconds or a date (RFC 9110, 10.2.3).
 *
 * @returns whole seconds; `undefined` where there is none, or one that nobody can read
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('Retry-After')?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value));
  // Other texts can be dates to a lenient parser: "-5" is a year to it.
  const dateMs = /^[A-Z][a-z]{2},? /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, Math.ceil((dateMs - Date.now()) / 1000));
}
