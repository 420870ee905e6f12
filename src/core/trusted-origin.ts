/** `https:`, or `http:` on this machine; never a pattern of hosts. */
const trusted = /^(https:\/\/[^*/]+|http:\/\/(localhost|127\.0\.0\.1|\[::1])(:\d+)?)\//;

/**
 * The origin of an address that visitors or results may go to; `undefined` for all others.
 *
 * @param own the page's, which may be plain `http:` on a development host
 */
export function trustedOrigin(address: string, own?: string): string | undefined {
  try {
    const { href, origin } = new URL(address);
    if (origin === own || trusted.test(href)) return origin;
  } catch {
    // No whole address.
  }
}
