import { issueChannelKey } from '../state/channel-keys';
import { clientsOfPartner } from '../state/clients';
import { permittedChannels } from '../state/partners';
import type { SandboxState } from '../state/sandbox-state';
import { answerList } from './list-answer';
import type { PartnerApiRoutes } from './partner-api-env';
import { wireApiKey, wireChannel } from './wire-answers';

/** Channels, permissions and API keys. */
export function addChannelRoutes(routes: PartnerApiRoutes, state: SandboxState): void {
  const channelsOf = (partnerId: string) =>
    clientsOfPartner(state, partnerId).flatMap((client) =>
      client.channels.map((channel) => wireChannel(client, channel)),
    );

  routes.get('/partners/:partnerId/channels', (c) =>
    answerList(c, channelsOf(c.var.partnerId), 'partner_channels'),
  );

  routes.get('/partners/:partnerId/clients/:clientId/shared_client_numbers', (c) => {
    const { partnerId } = c.var;
    const clients = clientsOfPartner(state, partnerId);
    const client = clients.find(({ id }) => id === c.req.param('clientId'));
    if (!client) return c.json({ message: 'Client not found' }, 404);
    const permitted = permittedChannels(state, partnerId);
    const numbers = client.channels
      .filter(({ id }) => permitted.has(id))
      .map(({ id, phoneNumber }) => ({ channel_id: id, phone_number: phoneNumber }));
    // The name of the list is a guess: 360dialog documents the call and not its body.
    return answerList(c, numbers, 'shared_client_numbers');
  });

  routes.post('/partners/:partnerId/channels/:channelId/api_keys', (c) => {
    const { partnerId } = c.var;
    const channelId = c.req.param('channelId');
    if (!channelsOf(partnerId).some(({ id }) => id === channelId)) {
      return c.json({ message: 'Channel not found' }, 404);
    }
    if (!permittedChannels(state, partnerId).has(channelId)) {
      return c.json({ meta: { developer_message: 'No permission for this channel' } }, 403);
    }
    const key = issueChannelKey(state, channelId);
    return c.json(wireApiKey(key, new URL(c.req.url).origin), 201);
  });
}
