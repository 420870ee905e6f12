import type {
  WireApiKey,
  WireChannel,
  WireClient,
  WirePartner,
} from '../../server/partner-api/wire';
import type { ChannelKey } from '../state/channel-keys';
import type { Channel, Client, Partner, RunSettings } from '../state/sandbox-state';

// Typed by what the server half reads, so that the two cannot drift apart.

/** A partner account as the Partner API answers it. */
export const wirePartner = (partner: Partner, { redirectUrl }: RunSettings): WirePartner => ({
  id: partner.id,
  brand_name: partner.name,
  webhook_url: partner.webhookUrl,
  partner_redirect_url: redirectUrl,
  country: 'DE',
});

/** A client as the Partner API answers it. */
export const wireClient = (client: Client): WireClient => ({
  id: client.id,
  name: client.name,
  status: 'active',
  partner_payload: client.partnerPayload,
  contact_info: { email: client.email },
});

/** A channel as the Partner API answers it. Here, each is live at once. */
export const wireChannel = (client: Client, channel: Channel): WireChannel => ({
  id: channel.id,
  client_id: client.id,
  status: 'running',
  setup_info: { phone_number: channel.phoneNumber, phone_name: client.name },
  waba_account: {
    id: `${channel.id.slice(0, -2)}WA`,
    external_id: channel.metaWabaId ?? `1${channel.phoneNumber.padStart(14, '0')}`,
  },
});

/** A new API key as the Partner API answers it, this once. */
export const wireApiKey = (key: ChannelKey, address: string): WireApiKey => ({
  id: key.id,
  app_id: `${key.id}AP`,
  address,
  api_key: key.apiKey,
});
