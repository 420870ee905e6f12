import type { Call } from './create-call';
import { idInPath } from './id-in-path';
import { type List, listPages } from './list-pages';
import { channelFilters, clientFilters, prepareQuery } from './list-query';
import type { PartnerApi } from './partner-api';
import { readChannel, readClient, readPartner } from './read-answers';
import { readPermissions } from './read-permissions';
import type { PartnerChannel, PartnerClient } from './types';

type ReadCalls = Pick<
  PartnerApi,
  'getPartner' | 'listClients' | 'listChannels' | 'getChannel' | 'listPermissions'
>;

/** The calls that change nothing, and so are safe to repeat. */
export function createReadCalls(call: Call, account: string): ReadCalls {
  const clients: List<PartnerClient> = {
    name: 'listClients',
    path: `${account}/clients`,
    itemsKey: 'clients',
    read: readClient,
  };
  const channels: List<PartnerChannel> = {
    name: 'listChannels',
    path: `${account}/channels`,
    itemsKey: 'partner_channels',
    read: readChannel,
  };
  return {
    async getPartner(options) {
      return call({ ...options, name: 'getPartner', path: account, read: readPartner });
    },
    listClients(query = {}, options = {}) {
      return listPages(call, clients, prepareQuery(query, clientFilters), options);
    },
    listChannels(query = {}, options = {}) {
      return listPages(call, channels, prepareQuery(query, channelFilters), options);
    },
    async getChannel(channelId, options = {}) {
      const id = idInPath(channelId, 'channelId');
      const query = prepareQuery({ filters: { id } }, channelFilters);
      const found = listPages(call, { ...channels, name: 'getChannel' }, query, options);
      for await (const channel of found) return channel;
      return null;
    },
    async listPermissions(clientId, options) {
      const id = idInPath(clientId, 'clientId');
      return call({
        ...options,
        name: 'listPermissions',
        path: `${account}/clients/${id}/shared_client_numbers`,
        search: { limit: '200' },
        hidden: [id],
        about: { clientId: id },
        read: readPermissions,
      });
    },
  };
}
