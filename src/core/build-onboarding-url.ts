import { canCarryResult } from './can-carry-result';
import { checkOption } from './check-option';
import { isOnboardingError } from './errors';
import { explainError } from './explain/explain-error';
import { hubUrl } from './hub-url';
import { isWebAddress } from './is-web-address';
import type { OnboardingUrlOptions } from './types';

/**
 * Builds the hub's address for one run, as a plain link would have it. The button adds a random
 * `state` and, where there is one, the IO Signature.
 *
 * @throws OnboardingError `invalid_options`, and its message names the option: `partnerId` is empty
 * or has characters outside letters, digits, `-`, `_`; `env`, `version`, `onboardingUrl` or
 * `redirect_url` is none; a value is no well-formed Unicode.
 *
 * @example
 * buildOnboardingUrl({ partnerId: 'aAbBcCPA', requestedNumber: '+49 30 123' });
 * // 'https://hub.360dialog.com/dashboard/app/aAbBcCPA/permissions?number=4930123'
 */
export function buildOnboardingUrl(given: OnboardingUrlOptions): string {
  const options = Object(given) as OnboardingUrlOptions;
  try {
    const redirectUrl = options.queryParameters?.redirect_url;
    // Which plain `http:` hosts are those of development, only a page can tell: see `allowedOrigins`.
    const isRight = isWebAddress(redirectUrl) && canCarryResult(new URL(redirectUrl));
    checkOption(!redirectUrl || isRight, 'redirect_url');
    return hubUrl(options);
  } catch (error) {
    if (isOnboardingError(error)) explainError(error, options);
    throw error;
  }
}
