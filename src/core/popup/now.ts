/** Milliseconds of a clock that only goes forward, unless the page has put something else in its place. */
export function now(): number {
  try {
    return performance.now();
  } catch {
    return Date.now();
  }
}
