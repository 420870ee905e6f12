import { scenarioOf } from '../scenario/scenario';
import type { SandboxState } from '../state/sandbox-state';
import type { PartnerApiMiddleware } from './partner-api-env';

/** As 360dialog counts, whose limit integrators know by its 429. */
const usualLimit = { requests: 5, seconds: 30 };

/** Counts the calls of a partner in a window that slides; one that is refused does not count. */
export const limitRate =
  (state: SandboxState): PartnerApiMiddleware =>
  async (c, next) => {
    const { partnerId } = c.var;
    const { rateLimit = usualLimit } = scenarioOf(state, partnerId);
    if (rateLimit === null) return next();
    const nowMs = performance.now();
    const windowMs = rateLimit.seconds * 1000;
    const recent = (state.partnerApiCalls.get(partnerId) ?? []).filter(
      (calledMs) => calledMs > nowMs - windowMs,
    );
    state.partnerApiCalls.set(partnerId, recent);
    if (recent.length < rateLimit.requests) {
      recent.push(nowMs);
      return next();
    }
    c.header('Retry-After', String(Math.ceil((recent[0]! + windowMs - nowMs) / 1000)));
    return c.json({ error: { message: 'Too many requests' } }, 429);
  };
