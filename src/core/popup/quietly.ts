/**
 * Does what may throw, because a page has put something of its own in its place (as a `close`), and what
 * may as well be left undone.
 */
export function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // What matters does not wait for it.
  }
}
