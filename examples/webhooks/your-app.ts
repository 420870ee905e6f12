import {
  type ChannelEvent,
  memoryStore,
  type WebhookHandlers,
} from 'react-360dialog-connect/server';

/** Stands for the store that your processes share: `postgresStore(pool)` or `redisStore(client)`. */
export const store = memoryStore();

/** Stands for a table of your database. */
export const keyableChannels = new Map<string, string | null>();

/** Only stores what has to be done: 360dialog waits for the answer. A job makes the API key. */
async function keepChannel({ channelId, clientId }: ChannelEvent) {
  keyableChannels.set(channelId, clientId);
}

export const on: WebhookHandlers = {
  // An API key can be made at whichever comes first; none of them is sure to come.
  channel_running: keepChannel,
  channel_status_running: keepChannel,
  channel_live: keepChannel,
  channel_permission_granted: keepChannel,
};
