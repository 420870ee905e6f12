import { isLocalHost } from './is-local-host';

/**
 * An address that visitors or results may go to: `https:`, or `http:` on this machine; never a pattern
 * of hosts. `undefined` for all others.
 *
 * @param own the page's origin, which may be plain `http:` on a development host
 * @param base what a relative address is resolved against
 */
export function trustedUrl(address: string, own?: string, base?: string): URL | undefined {
  try {
    const url = new URL(address, base);
    const { origin, protocol, hostname } = url;
    const isSafe =
      (protocol === 'https:' && !/[*%]/.test(hostname)) ||
      (protocol === 'http:' && isLocalHost(hostname));
    if (isSafe || origin === own) return url;
  } catch {
    // No whole address.
  }
}
