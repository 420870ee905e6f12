import { checkOption } from './check-option';
import { hubAddress } from './hub-address';
import { isPartnerId } from './partner-id';
import { trustedUrl } from './trusted-url';
import type { OnboardingUrlOptions, QueryParameters } from './types';

/**
 * The hub's address for one run. The redirect URL is not checked here, because what is allowed
 * depends on the page.
 *
 * @param ours parameters of the attempt, which beat the app's
 * @throws OnboardingError `invalid_options`
 */
export function hubUrl(options: OnboardingUrlOptions, ours?: QueryParameters): string {
  const { requestedNumber, queryParameters } = options;
  const partnerId = checkOption(isPartnerId(options.partnerId) && options.partnerId, 'partnerId');
  const template = options.onboardingUrl || hubAddress(options);
  const address = `${template}`.replace(/{partnerId}/g, partnerId);
  const url = checkOption(trustedUrl(address), 'onboardingUrl');
  try {
    const number = readNumber(requestedNumber || queryParameters?.number);
    for (const [name, value] of Object.entries({ ...queryParameters, ...ours, number })) {
      // Numbers and truth values are as good as text.
      const text = `${value ?? ''}`;
      if (!text) continue;
      // Added as text, so that parameters of the address itself stay as they are, to the letter.
      const start = url.search && '&';
      url.search += `${start}${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
    }
  } catch (cause) {
    // Such as half a character, which nobody could compare when it comes back.
    checkOption('', 'queryParameters', cause);
  }
  return url.href;
}

/** Digits with country code: `+49 30 123` and `0049 30 123` are `4930123`. */
const readNumber = (number: unknown) => `${number || ''}`.replace(/^\D*00|\D/g, '');
