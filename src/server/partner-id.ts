/**
 * Hub, signature and Redis key all hold the partner ID, so nothing that could shift their parts
 * gets in, even from a configuration.
 */
export const isPartnerId = (partnerId: unknown): partnerId is string =>
  typeof partnerId === 'string' && /^[A-Za-z0-9_-]+$/.test(partnerId);
