/** Tells a complete `http:` or `https:` address. */
export function isWebAddress(value: unknown): value is string {
  try {
    return typeof value === 'string' && /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}
