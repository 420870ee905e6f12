import { Hono } from 'hono';
import { isPartnerId } from '../../core/partner-id';
import { readJsonText } from '../request-body';
import type { SandboxState } from '../state/sandbox-state';
import type { SandboxWebhooks } from '../webhooks/create-webhooks';
import { addAccountSharingRoutes } from './account-sharing-routes';
import { addChannelRoutes } from './channel-routes';
import { failOnDemand } from './fail-on-demand';
import { limitRate } from './limit-rate';
import type { PartnerApiEnv, PartnerApiRoutes } from './partner-api-env';
import { addPartnerRoutes } from './partner-routes';

/** The partner API key of every partner here. Yours must never be in a page or a repository. */
export const sandboxPartnerApiKey = 'sandbox-partner-api-key';

/** What `POST /token` gives for any name and password. */
const sandboxToken = 'sandbox-partner-token';

/** Where the Partner API is. */
export const partnerApiPath = '/api/v2';

/** The Partner API, played: everything below its path. */
export function createPartnerApiRoutes(
  state: SandboxState,
  webhooks: SandboxWebhooks,
): PartnerApiRoutes {
  const routes: PartnerApiRoutes = new Hono<PartnerApiEnv>();
  routes.post('/token', async (c) => {
    await readJsonText(c);
    return c.json({ access_token: sandboxToken, token_type: 'Bearer' });
  });
  routes.use('/partners/:partnerId/*', async (c, next) => {
    const key = c.req.header('X-API-Key');
    const isKnown = key === sandboxPartnerApiKey;
    if (!isKnown && c.req.header('Authorization') !== `Bearer ${sandboxToken}`) {
      return c.json({ meta: { success: false, developer_message: 'Invalid API key' } }, 401);
    }
    const partnerId = c.req.param('partnerId');
    if (!isPartnerId(partnerId)) return c.json({ message: 'Partner not found' }, 404);
    c.set('partnerId', partnerId);
    return next();
  });
  routes.use('/partners/:partnerId/*', limitRate(state), failOnDemand(state));
  addPartnerRoutes(routes, state);
  addChannelRoutes(routes, state);
  addAccountSharingRoutes(routes, state, webhooks);
  routes.all('*', (c) => c.json({ message: 'Not found' }, 404));
  return routes;
}
