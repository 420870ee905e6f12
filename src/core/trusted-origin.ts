import { isLocalHost } from './is-local-host';

/**
 * The origin of an address that visitors or results may go to: `https:`, or `http:` on this machine;
 * never a pattern of hosts. `undefined` for all others.
 *
 * @param own the page's, which may be plain `http:` on a development host
 */
export function trustedOrigin(address: string, own?: string): string | undefined {
  try {
    const { origin, protocol, hostname } = new URL(address);
    const isSafe =
      (protocol === 'https:' && !/[*%]/.test(hostname)) ||
      (protocol === 'http:' && isLocalHost(hostname));
    if (isSafe || origin === own) return origin;
  } catch {
    // No whole address.
  }
}
