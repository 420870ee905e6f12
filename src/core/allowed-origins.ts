import { checkOption } from './check-option';
import { type PageAddress, readRedirectUrl } from './redirect-url';
import { trustedUrl } from './trusted-url';
import type { OnboardingOptions } from './types';

/**
 * The origins whose redirect page may deliver a result: the page's own, that of `redirect_url`, and
 * `redirectOrigins`.
 *
 * @throws OnboardingError `invalid_options`
 */
export function allowedOrigins(options: Partial<OnboardingOptions>, page: PageAddress): string[] {
  const { redirectOrigins, queryParameters } = options;
  const own = page.origin;
  const others = redirectOrigins ?? [];
  const redirectUrl = `${queryParameters?.redirect_url || own}`;
  checkOption(Array.isArray(others), 'redirectOrigins');
  return [
    own,
    readRedirectUrl(redirectUrl, page).url.origin,
    ...others.map((each) => checkOption(trustedUrl(each, own), 'redirectOrigins').origin),
  ];
}
