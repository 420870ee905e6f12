import { OnboardingError } from './errors';
import { hubEnvironments } from './hub-environments';
import { trustedAddress } from './trusted-address';
import type { OnboardingUrlOptions } from './types';

const refuse = (message: string, cause?: unknown) =>
  new OnboardingError('invalid_options', message, cause);

/**
 * Builds the hub's address for one run, as a plain link would have it. The button adds a random
 * `state` and, where there is one, the IO Signature.
 *
 * @throws OnboardingError `invalid_options`: `partnerId` is empty or has characters outside letters,
 * digits, `-`, `_`; `env`, `version`, `onboardingUrl` or `redirect_url` is none; a value is no
 * well-formed Unicode.
 *
 * @example
 * buildOnboardingUrl({ partnerId: 'aAbBcCPA', requestedNumber: '+49 30 123' });
 * // 'https://hub.360dialog.com/dashboard/app/aAbBcCPA/permissions?number=4930123'
 */
export function buildOnboardingUrl(options: OnboardingUrlOptions): string {
  const { partnerId, env, version, onboardingUrl, requestedNumber, queryParameters } = options;
  if (typeof partnerId !== 'string' || !/^[\w-]+$/.test(partnerId)) {
    throw refuse('partnerId must be your 360dialog partner ID: only letters, digits, "-", "_".');
  }
  const template = onboardingUrl || hubEnvironments[`${env || 'prod'} ${version || 'v1'}`];
  if (!template) {
    throw refuse('env must be local, staging, rc or prod, and version v1 or v2.');
  }
  const url = trustedAddress(
    String(template).replaceAll('{partnerId}', partnerId),
    'onboardingUrl',
  );

  const redirectUrl = queryParameters?.redirect_url;
  // A page's own origin may be plain http on a development host; other origins are checked later.
  if (redirectUrl && !(URL.canParse(redirectUrl) && /^https?:/i.test(redirectUrl))) {
    throw refuse('redirect_url must be a complete https: address.');
  }

  const number = String(requestedNumber || queryParameters?.number || '');
  const parameters = { ...queryParameters, number: number.replace(/\D/g, '').replace(/^00/, '') };
  try {
    for (const [name, value] of Object.entries(parameters)) {
      if (value == null || value === '') continue;
      const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
      url.search += (url.search && '&') + pair;
    }
  } catch (cause) {
    throw refuse('queryParameters must be well-formed Unicode; one has half a character.', cause);
  }
  return url.href;
}
