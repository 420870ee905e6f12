import type { Hono, MiddlewareHandler } from 'hono';

/** What a call of the Partner API knows, once its key is clear. */
export type PartnerApiEnv = { Variables: { partnerId: string } };

/** The router of everything below the path of the Partner API. */
export type PartnerApiRoutes = Hono<PartnerApiEnv>;

/** What each call of it goes through first. */
export type PartnerApiMiddleware = MiddlewareHandler<PartnerApiEnv>;
