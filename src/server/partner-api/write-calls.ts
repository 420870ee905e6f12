import type { Call } from './create-call';
import { idInPath } from './id-in-path';
import type { PartnerApi } from './partner-api';
import { readApiKey, readCreatedClient, readSubmittedNumber } from './read-answers';
import { bodyOfClient, bodyOfNumber, bodyOfUrls } from './read-new-items';

type WriteCalls = Pick<PartnerApi, 'createApiKey' | 'createClient' | 'submitNumber'> & {
  sendUrls: (...args: Parameters<PartnerApi['setUrls']>) => Promise<void>;
};

/** The calls that change something. Only addresses may be set twice. */
export function createWriteCalls(call: Call, account: string): WriteCalls {
  return {
    async sendUrls(urls, options) {
      const body = bodyOfUrls(urls);
      return call({ ...options, name: 'setUrls', method: 'patch', path: account, body });
    },
    async createApiKey(channelId, options) {
      const id = idInPath(channelId, 'channelId');
      return call({
        ...options,
        name: 'createApiKey',
        method: 'post',
        path: `${account}/channels/${id}/api_keys`,
        body: {},
        hidden: [id],
        about: { channelId: id },
        read: readApiKey,
      });
    },
    async createClient(client, options) {
      return call({
        ...options,
        name: 'createClient',
        method: 'post',
        path: `${account}/account_sharing/clients`,
        body: bodyOfClient(client),
        read: readCreatedClient,
      });
    },
    async submitNumber(number, options) {
      return call({
        ...options,
        name: 'submitNumber',
        method: 'post',
        path: `${account}/account_sharing/numbers`,
        body: bodyOfNumber(number),
        about: { ...(number.clientId && { clientId: number.clientId }) },
        read: readSubmittedNumber,
      });
    },
  };
}
