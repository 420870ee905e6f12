import { OnboardingError } from './errors';

/**
 * Reads an address that we send visitors or results to: `https:`, or `http:` on this machine.
 *
 * @param option names the option in the error text
 * @throws OnboardingError `invalid_options`
 */
export function trustedAddress(address: string, option: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const secure =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && /^((.+\.)?localhost|127[\d.]+|\[::1\])$/.test(url.hostname));
  if (!url || !secure || url.host.includes('*')) {
    throw new OnboardingError(
      'invalid_options',
      `${option} must be a complete https: address (http: only on localhost).`,
    );
  }
  return url;
}
