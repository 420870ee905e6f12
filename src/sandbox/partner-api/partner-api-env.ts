import type { Hono, MiddlewareHandler } from 'hono';

/** What a call of the Partner API knows, once its key is clear. */
export type PartnerApiEnv = { Variables: { partnerId: string } };

export type PartnerApiRoutes = Hono<PartnerApiEnv>;

export type PartnerApiMiddleware = MiddlewareHandler<PartnerApiEnv>;
