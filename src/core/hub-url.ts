import { checkOption } from './check-option';
import { hubAddress } from './hub-address';
import { isMergeable } from './merge-parameters';
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
  const partnerId = checkOption(isPartnerId(options.partnerId) && options.partnerId, 'partnerId');
  const template = options.onboardingUrl || hubAddress(options);
  const address = `${template}`.replace(/{partnerId}/g, partnerId);
  const url = checkOption(trustedUrl(address), 'onboardingUrl');
  const { queryParameters } = options;
  checkOption(isMergeable(queryParameters), 'queryParameters');
  try {
    const parameters = { ...queryParameters, ...ours, number: numberOf(options) };
    for (const [name, value] of Object.entries(parameters)) {
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

type NumberOptions = Pick<OnboardingUrlOptions, 'requestedNumber' | 'queryParameters'>;

/** Digits with country code: `+49 30 123` and `0049 30 123` are `4930123`. Empty where none is asked for. */
export const numberOf = ({ requestedNumber, queryParameters }: NumberOptions): string =>
  `${requestedNumber || queryParameters?.number || ''}`.replace(/^\D*00|\D/g, '');
