/** `https:`, or `http:` on this machine; never a pattern of hosts. */
const trusted = /^(https:\/\/[^*/]+|http:\/\/(localhost|127\.0\.0\.1|\[::1])(:\d+)?)\//;

/**
 * The origin of an address that visitors or results may go to.
 *
 * @param start of addresses that are trusted, too
 * @throws TypeError
 */
export function trustedOrigin(address: string | URL, start?: string): string {
  const { href, origin } = new URL(address);
  if (!trusted.test(href) && !href.startsWith(start!)) throw new TypeError(origin);
  return origin;
}
