import { takePartnerApiFault } from '../scenario/scenario';
import type { SandboxState } from '../state/sandbox-state';
import type { PartnerApiMiddleware } from './partner-api-env';

/** Lets a call fail that the scenario has a fault for. Each fault is for one call. */
export const failOnDemand =
  (state: SandboxState): PartnerApiMiddleware =>
  async (c, next) => {
    const fault = takePartnerApiFault(state, c.var.partnerId);
    if (fault === '429') {
      c.header('Retry-After', '1');
      return c.json({ error: { message: 'Too many requests' } }, 429);
    }
    if (fault === '500') return c.text('Internal Server Error', 500);
    await next();
    if (fault === '500-after') c.res = c.text('Internal Server Error', 500);
  };
