import { canCarryResult } from './can-carry-result';
import { checkOption } from './check-option';
import { trustedUrl } from './trusted-url';

/** As much of a page's `location` as is asked for. */
export type PageAddress = { readonly origin: string; readonly href: string };

/** `/connect`, `./connect`, `?step=2` and `connect`; a name with a dot or colon in it lacks its scheme. */
const relative = /^([/.?]|[^\s.:/?#]+([/?]|$))/;

/**
 * Reads the option `redirect_url`.
 *
 * @returns the address, and what the hub is told: a relative one resolved against the page, any other
 * as it was given
 * @throws OnboardingError `invalid_options`
 */
export function readRedirectUrl(given: string, page: PageAddress): { url: URL; told: string } {
  const isRelative = relative.test(given);
  const address = trustedUrl(given, page.origin, isRelative ? page.href : undefined);
  const url = checkOption(address && canCarryResult(address) && address, 'redirect_url');
  return { url, told: isRelative ? url.href : given };
}
