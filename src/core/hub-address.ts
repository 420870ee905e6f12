import { checkOption } from './check-option';
import type { Environment, OnboardingUrlOptions, Version } from './types';

/** The hub's hosts, as 360dialog documents them. */
const hosts: Record<Version, Record<Environment, string>> = {
  v1: {
    prod: 'https://hub.360dialog.com',
    staging: 'https://admin.hub-staging.360dialog.io',
    rc: 'https://rc-admin.360dialog.io',
    local: 'http://localhost:8082',
  },
  v2: {
    prod: 'https://app.360dialog.com',
    staging: 'https://staging-app.360dialog.com',
    rc: 'https://rc-app.360dialog.com',
    local: 'https://local.360dialog.io',
  },
};

/**
 * The hub's paths. The published package leaves `/permissions` out for `v1`; the documentation and
 * nearly all integrators have it, so we do too.
 */
export const hubPaths: Record<Version, string> = {
  v1: '/dashboard/app/{partnerId}/permissions',
  v2: '/onboarding/{partnerId}',
};

/**
 * The address of 360dialog's own hub, with `{partnerId}` in it.
 *
 * @throws OnboardingError `invalid_options`
 */
export function hubAddress(options: OnboardingUrlOptions): string {
  const version = options.version || 'v1';
  const env = options.env || 'prod';
  checkOption(Object.hasOwn(hosts, version), 'version');
  checkOption(Object.hasOwn(hosts[version], env), 'env');
  return hosts[version][env] + hubPaths[version];
}
