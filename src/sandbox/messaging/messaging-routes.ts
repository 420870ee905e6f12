import { Hono } from 'hono';
import { isWebAddress } from '../../core/is-web-address';
import { readObject } from '../read-object';
import { readJsonText } from '../request-body';
import { type ChannelKey, channelKeyOf } from '../state/channel-keys';
import type { SandboxState } from '../state/sandbox-state';

type MessagingEnv = { Variables: { key: ChannelKey } };

/** The sandbox remembers so many; the oldest go first. */
const maxMessages = 1000;

/** The messaging API of every channel, played, at the sandbox's own origin. */
export function createMessagingRoutes(state: SandboxState): Hono<MessagingEnv> {
  const routes = new Hono<MessagingEnv>();
  for (const path of ['/v1/configs/webhook', '/messages']) {
    routes.use(path, async (c, next) => {
      const key = channelKeyOf(state, c.req.header('D360-API-KEY'));
      if (!key)
        return c.json({ meta: { success: false, developer_message: 'Invalid API key' } }, 401);
      c.set('key', key);
      return next();
    });
  }

  routes.get('/v1/configs/webhook', (c) => c.json(c.var.key.webhook ?? { url: null }));

  routes.post('/v1/configs/webhook', async (c) => {
    const body = readObject(await readJsonText(c));
    const { url, headers } = body ?? {};
    if (!isWebAddress(url)) return c.json({ error: { message: 'url must be an address' } }, 400);
    const custom = headers as Record<string, string> | undefined;
    c.var.key.webhook = { url, ...(custom && { headers: custom }) };
    return c.json(c.var.key.webhook);
  });

  routes.post('/messages', async (c) => {
    const body = readObject(await readJsonText(c));
    if (body?.['messaging_product'] !== 'whatsapp') {
      return c.json({ error: { message: 'messaging_product must be whatsapp' } }, 400);
    }
    const id = `wamid.${crypto.randomUUID()}`;
    const { channelId } = c.var.key;
    state.messages.set(id, { id, channelId, sentAt: new Date().toISOString(), body });
    const oldest = state.messages.keys().next().value!;
    if (state.messages.size > maxMessages) state.messages.delete(oldest);
    const to = String(body['to'] ?? '');
    return c.json({
      messaging_product: 'whatsapp',
      contacts: [{ input: to, wa_id: to.replace(/\D/g, '') }],
      messages: [{ id }],
    });
  });
  return routes;
}
