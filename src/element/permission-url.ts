import { buildOnboardingUrl } from '../core/build-onboarding-url';
import { mergeParameters } from '../core/merge-parameters';
import { readRedirectUrl } from '../core/redirect-url';
import type { OnboardingUrlOptions } from '../core/types';

/**
 * The hub's address as a plain link would have it: `''` while there is no partner ID.
 *
 * @throws OnboardingError `invalid_options`
 */
export function permissionUrl(options: OnboardingUrlOptions): string {
  const { partnerId, queryParameters } = options;
  if (!partnerId) return '';
  const redirectUrl = queryParameters?.redirect_url;
  return buildOnboardingUrl({
    ...options,
    queryParameters: mergeParameters(queryParameters, {
      redirect_url: redirectUrl && readRedirectUrl(`${redirectUrl}`, location).told,
    }),
  });
}
