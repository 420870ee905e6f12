import {
  type ChannelEvent,
  ensureApiKey,
  isKeyable,
  type WebhookEvent,
  webhookHandler,
} from 'react-360dialog-connect/server';
import { api, keys, store } from './partner-api';
import { numbers, tenantsByClient } from './your-app';

const isOfChannel = (event: WebhookEvent): event is ChannelEvent => event.kind === 'channel';

/** A number of a tenant is on its way: it is shown, and gets its API key as soon as it can have one. */
async function keepChannel(event: WebhookEvent): Promise<void> {
  if (!isOfChannel(event)) return;
  const { channelId, clientId, phoneNumber } = event;
  const tenant = tenantsByClient.get(clientId as never);
  // Of a client that this app has not made: the webhook is to come again.
  if (!tenant) throw new Error('Nobody knows yet whose channel this is.');
  const isReady = numbers.get(channelId)?.isReady ?? false;
  numbers.set(channelId, { tenantId: tenant.id, channelId, phoneNumber, isReady });
  if (isReady || !isKeyable(event)) return;
  await ensureApiKey({
    api,
    keys,
    channelId,
    messagingWebhook: { url: process.env.MESSAGING_WEBHOOK_URL ?? 'https://app.example/whatsapp' },
  });
  numbers.set(channelId, { tenantId: tenant.id, channelId, phoneNumber, isReady: true });
}

/** What 360dialog tells: the partner's webhook URL. */
export const partnerWebhook = webhookHandler({
  platformSecret: process.env.D360_PLATFORM_SECRET,
  store,
  on: {
    channel_created: keepChannel,
    channel_running: keepChannel,
    channel_status_running: keepChannel,
    channel_live: keepChannel,
    channel_permission_granted: keepChannel,
  },
});
