/** Does what the page may have put something else in the place of, and what works just as well undone. */
export function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // What matters does not wait for it.
  }
}
