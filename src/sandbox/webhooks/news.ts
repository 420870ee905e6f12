import type { ChannelEventName } from '../../server/webhooks/webhook-event';
import { wireChannel } from '../partner-api/wire-answers';
import type { Channel, Client } from '../state/sandbox-state';
import type { WebhookNews } from './create-sender';

/** A client has signed up. The only event with the client nested, as integrators have seen it. */
export const clientCreated = ({ id, name, email }: Client): WebhookNews => ({
  event: 'client_created',
  data: { client: { id, name, contact_info: { email } } },
});

/** Something happened to a channel. */
export const channelNews = (
  event: ChannelEventName,
  client: Client,
  channel: Channel,
): WebhookNews => ({ event, data: wireChannel(client, channel) });

/** What the hub's test button sends is not documented, so it is an event that nobody knows. */
export const testNews: WebhookNews = { event: 'webhook_test', data: {} };
