import type { Environment, Version } from './types';

/**
 * The hub's addresses, as 360dialog documents them. The published package leaves `/permissions`
 * out for `v1`; the documentation and nearly all integrators have it, so we do too.
 */
export const hubEnvironments: Record<`${Environment} ${Version}`, string> = {
  'prod v1': 'https://hub.360dialog.com/dashboard/app/{partnerId}/permissions',
  'prod v2': 'https://app.360dialog.com/onboarding/{partnerId}',
  'staging v1': 'https://admin.hub-staging.360dialog.io/dashboard/app/{partnerId}/permissions',
  'staging v2': 'https://staging-app.360dialog.com/onboarding/{partnerId}',
  'rc v1': 'https://rc-admin.360dialog.io/dashboard/app/{partnerId}/permissions',
  'rc v2': 'https://rc-app.360dialog.com/onboarding/{partnerId}',
  'local v1': 'http://localhost:8082/dashboard/app/{partnerId}/permissions',
  'local v2': 'https://local.360dialog.io/onboarding/{partnerId}',
};
