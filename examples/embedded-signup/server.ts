import { Hono } from 'hono';
import { metaWebhook } from './meta-webhook';
import { states } from './partner-api';
import { partnerWebhook } from './partner-webhook';
import { sendMessage } from './send-message';
import { takeSignup } from './take-signup';
import { numbers, runs, tenantOf } from './your-app';

export const app = new Hono();

// Before the window opens: whatever gets lost, this server knows who has started.
app.post('/api/runs', async (c) => {
  const tenant = tenantOf(c.req.raw);
  if (!tenant) return c.json({ error: 'unauthorized' }, 401);
  const state = await states.mint(tenant.id);
  runs.set(state, { state, tenant, launchedAt: null, isAnswered: false });
  return c.json({ state });
});

// And when, in the click: who only looks at the page has not started.
app.post('/api/runs/:state/launch', (c) => {
  const run = runs.get(c.req.param('state'));
  if (!run || run.tenant.id !== tenantOf(c.req.raw)?.id) return c.json({ error: 'not_found' }, 404);
  run.launchedAt ??= Date.now();
  return c.body(null, 204);
});

app.post('/api/signups', async (c) => {
  const tenant = tenantOf(c.req.raw);
  return tenant ? takeSignup(c.req.raw, tenant) : c.json({ error: 'unauthorized' }, 401);
});

app.get('/api/numbers', (c) => {
  const tenant = tenantOf(c.req.raw);
  const own = [...numbers.values()].filter(({ tenantId }) => tenantId === tenant?.id);
  return c.json(own);
});

app.post('/api/numbers/:channelId/hello', async (c) => {
  const { channelId } = c.req.param();
  const isOwn = numbers.get(channelId)?.tenantId === tenantOf(c.req.raw)?.id;
  if (!isOwn) return c.json({ error: 'not_found' }, 404);
  const { to } = await c.req.json();
  const { ok } = await sendMessage(channelId, { to, type: 'text', text: { body: 'Hello' } });
  return c.json({ ok }, ok ? 200 : 502);
});

app.post('/webhooks/360dialog', (c) => partnerWebhook(c.req.raw));
app.all('/webhooks/meta', (c) => metaWebhook(c.req.raw));
