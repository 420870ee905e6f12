/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { isPartnerId } from '../../core/partner-id';
import { localPagesOnly } from '../local-pages-only';
import { WebhooksPage } from '../pages/webhooks-page';
import { readForm } from '../request-body';
import { webhookSettingsOf } from '../scenario/scenario';
import type { SandboxState } from '../state/sandbox-state';
import type { SandboxWebhooks } from './create-webhooks';
import { testNews } from './news';

const backToPage = (c: Context) => c.redirect('/__webhooks', 303);

/** `/__webhooks`: what was sent, to look at and to send again. Pages of this machine may use it. */
export function createWebhooksRoutes(state: SandboxState, webhooks: SandboxWebhooks): Hono {
  const routes = new Hono();
  routes.use(...localPagesOnly());

  routes.get('/', (c) => {
    const partners = [...state.partners.values()].map((partner) => ({
      ...partner,
      webhookUrl: webhookSettingsOf(state, partner).webhookUrl,
    }));
    const clients = [...state.clients.values()];
    const sent = [...state.webhooks.values()].reverse();
    return c.html(<WebhooksPage partners={partners} clients={clients} webhooks={sent} />);
  });

  routes.get('/list', (c) => c.json({ webhooks: [...state.webhooks.values()] }));

  routes.post('/test', async (c) => {
    const partnerId = (await readForm(c)).get('partner');
    if (!isPartnerId(partnerId)) return c.notFound();
    await webhooks.sendTest(partnerId, testNews);
    return backToPage(c);
  });

  routes.post('/send-again', async (c) => {
    const webhook = state.webhooks.get((await readForm(c)).get('webhook') ?? '');
    if (!webhook) return c.notFound();
    await webhooks.sendAgain(webhook);
    return backToPage(c);
  });

  routes.post('/step', async (c) => {
    const channelId = (await readForm(c)).get('channel');
    for (const client of state.clients.values()) {
      const channel = client.channels.find(({ id }) => id === channelId);
      if (!channel) continue;
      await webhooks.stepOn(client, channel);
      return backToPage(c);
    }
    return c.notFound();
  });
  return routes;
}
