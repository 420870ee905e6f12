import { canCarryResult } from './can-carry-result';
import { checkOption } from './check-option';
import { trustedUrl } from './trusted-url';
import type { OnboardingOptions } from './types';

/**
 * The origins whose redirect page may deliver a result: the page's own, that of `redirect_url`, and
 * `redirectOrigins`.
 *
 * @param own the page's
 * @throws OnboardingError `invalid_options`
 */
export function allowedOrigins(options: Partial<OnboardingOptions>, own: string): string[] {
  const { redirectOrigins, queryParameters } = options;
  const others = redirectOrigins ?? [];
  const redirectUrl = trustedUrl(queryParameters?.redirect_url || own, own);
  checkOption(redirectUrl && canCarryResult(redirectUrl), 'redirect_url');
  checkOption(Array.isArray(others), 'redirectOrigins');
  return [
    own,
    redirectUrl!.origin,
    ...others.map((each) => checkOption(trustedUrl(each, own), 'redirectOrigins').origin),
  ];
}
