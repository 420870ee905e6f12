import type {
  WireApiKey,
  WireChannel,
  WireClient,
  WirePartner,
} from '../../server/partner-api/wire';
import type { ChannelKey } from '../state/channel-keys';
import { statusOf } from '../state/channel-life';
import type { Channel, Client, Partner, PartnerSettings } from '../state/sandbox-state';

// Typed by what the server half reads, so that the two cannot drift apart.

/** A partner account as the Partner API answers it. */
export const wirePartner = (
  partner: Partner,
  { redirectUrl, webhookUrl }: Pick<PartnerSettings, 'redirectUrl' | 'webhookUrl'>,
): WirePartner => ({
  id: partner.id,
  brand_name: partner.name,
  webhook_url: webhookUrl,
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

/** A channel as the Partner API answers it, and as events tell it. */
export const wireChannel = (client: Client, channel: Channel) =>
  ({
    id: channel.id,
    client_id: client.id,
    status: statusOf(channel),
    setup_info: { phone_number: channel.phoneNumber, phone_name: client.name },
    waba_account: {
      id: `${channel.id.slice(0, -2)}WA`,
      external_id: channel.metaWabaId ?? `1${channel.phoneNumber.padStart(14, '0')}`,
    },
  }) satisfies WireChannel;

/** A new API key as the Partner API answers it, this once. */
export const wireApiKey = (key: ChannelKey, address: string): WireApiKey => ({
  id: key.id,
  app_id: `${key.id}AP`,
  address,
  api_key: key.apiKey,
});
