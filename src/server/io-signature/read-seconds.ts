// Ten digits, as the hub expects: from September 2001. Clocks that were never set show less.
const earliest = 1_000_000_000;
const latest = 9_999_999_999;

/**
 * Reads a clock of milliseconds as whole UNIX seconds.
 *
 * @throws RangeError where it cannot be right. A clock in seconds or microseconds, the usual
 * mistake, and one that was never set would make signatures that the hub refuses.
 */
export function readSeconds(now: () => number): number {
  const seconds = Math.floor(now() / 1000);
  if (seconds >= earliest && seconds <= latest) return seconds;
  throw new RangeError(
    'The clock is wrong: it must tell the milliseconds since 1970 and be set. Check `now` and NTP.',
  );
}
