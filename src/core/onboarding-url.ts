import { OnboardingError } from './errors';
import { hubAddress } from './hub-address';
import { trustedOrigin } from './trusted-origin';
import type { OnboardingUrlOptions, QueryParameters } from './types';

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
export const buildOnboardingUrl = (options: OnboardingUrlOptions): string =>
  hubUrl(options, ['http:']);

/**
 * The same for an attempt in a window.
 *
 * @param ours parameters of the attempt, which beat the app's
 * @param origins begins with the page's own, or, without a window, with what any may begin with; all
 * others whose redirect page may deliver are added
 */
export function hubUrl(
  options: OnboardingUrlOptions & { redirectOrigins?: string[] },
  origins: string[],
  ours?: QueryParameters,
): string {
  const { partnerId, queryParameters } = options;
  /** The one that is being read. */
  let option = 'partnerId';
  try {
    const [id] = partnerId.match(/^[\w-]+$/)!;

    option = 'env, version, onboardingUrl';
    const template =
      options.onboardingUrl || hubAddress(options.env || 'prod', options.version || 'v1');
    const url = new URL(template.replaceAll('{partnerId}', id!));
    trustedOrigin(url);

    option = 'redirect_url, redirectOrigins';
    for (const each of (options.redirectOrigins ?? []).concat(
      queryParameters?.redirect_url || [],
    )) {
      // The app's own may be plain http on a development host.
      origins.push(trustedOrigin(each, `${origins[0]}/`));
    }

    option = 'queryParameters';
    const number = `${options.requestedNumber || queryParameters?.number || ''}`;
    const parameters = { ...queryParameters, ...ours, number: number.replace(/^\D*00|\D/g, '') };
    for (const pair of Object.entries(parameters) as [string, string][]) {
      // Numbers and truth values are as good as text.
      if (`${pair[1] ?? ''}`)
        url.search += (url.search && '&') + pair.map(encodeURIComponent).join('=');
    }
    return url.href;
  } catch (cause) {
    throw new OnboardingError('invalid_options', `invalid ${option}`, cause);
  }
}
