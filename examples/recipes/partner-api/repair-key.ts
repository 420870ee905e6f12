import { type ApiKeys, ensureApiKey, type PartnerApi } from 'react-360dialog-connect/server';

/** After a 401 of the messaging API, and now and then. */
export const repairKey = (api: PartnerApi, keys: ApiKeys, channelId: string) =>
  ensureApiKey({
    api,
    keys,
    channelId,
    messagingWebhook: { url: 'https://app.example/whatsapp' },
    verify: true,
  });
