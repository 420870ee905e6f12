import { isLocalHost } from '../core/is-local-host';

/**
 * Whether a request was sent to a name of this machine. A website can have a name of its own lead here
 * (DNS rebinding), and would then be of one origin with the sandbox.
 *
 * @param host where the sandbox listens; one that others can reach is reached by any name
 */
export function isAllowedHost(hostHeader: string | undefined, host: string): boolean {
  if (host === '0.0.0.0' || host === '::') return true;
  const name = hostnameOf(hostHeader ?? '');
  return name !== null && (isLocalHost(name) || name === hostnameOf(host));
}

/** As `URL` writes it: in lower case, an IPv6 address in brackets. */
function hostnameOf(host: string): string | null {
  const isBareIpv6 = /^[\da-f]*:[\da-f:]*:[\da-f:.]*$/i.test(host);
  try {
    return new URL(`http://${isBareIpv6 ? `[${host}]` : host}`).hostname || null;
  } catch {
    return null;
  }
}
