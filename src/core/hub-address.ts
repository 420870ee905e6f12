import type { Environment, Version } from './types';

const origins: Record<Version, Record<Environment, string>> = {
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
 * The hub's addresses, as 360dialog documents them. The published package leaves `/permissions`
 * out for `v1`; the documentation and nearly all integrators have it, so we do too.
 */
export const hubAddress = (env: Environment, version: Version) =>
  origins[version][env] +
  (version === 'v2' ? '/onboarding/{partnerId}' : '/dashboard/app/{partnerId}/permissions');
