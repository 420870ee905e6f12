import { checkOption } from './check-option';
import { trustedOrigin } from './trusted-origin';
import type { OnboardingOptions } from './types';

/**
 * The origins whose redirect page may deliver a result: the page's own, that of `redirect_url`, and
 * `redirectOrigins`.
 *
 * @param own the page's
 * @throws OnboardingError `invalid_options`
 */
export function allowedOrigins(options: Partial<OnboardingOptions>, own: string): string[] {
  const others = options.redirectOrigins ?? [];
  const read = (address: string, option: string) =>
    checkOption(trustedOrigin(address, own), option);
  return [
    own,
    read(options.queryParameters?.redirect_url || own, 'redirect_url'),
    ...checkOption(Array.isArray(others) && others, 'redirectOrigins').map((origin) =>
      read(origin, 'redirectOrigins'),
    ),
  ];
}
