import { trustedUrl } from '../../core/trusted-url';
import type { CreatedClient, SubmittedNumber } from './new-items';
import type { ChannelApiKey, Partner, PartnerChannel, PartnerClient, RawAnswer } from './types';
import {
  apiKeySchema,
  channelSchema,
  clientSchema,
  commandSchema,
  createdClientSchema,
  partnerSchema,
  readWire,
} from './wire';

// Each throws UnreadableAnswer for what is not as documented.

/** The answer itself, and not the schema's copy of it: what is unknown stays as it was sent. */
const rawOf = (answer: unknown) => answer as RawAnswer;

/** Reads a partner account. */
export function readPartner(answer: unknown): Partner {
  const wire = readWire(partnerSchema, answer);
  return {
    id: wire.id,
    brandName: wire.brand_name,
    webhookUrl: wire.webhook_url,
    redirectUrl: wire.partner_redirect_url,
    country: wire.country,
    raw: rawOf(answer),
  };
}

/** Reads a client of a list. */
export function readClient(answer: unknown): PartnerClient {
  const wire = readWire(clientSchema, answer);
  return {
    id: wire.id,
    name: wire.name,
    status: wire.status,
    email: wire.contact_info?.email ?? null,
    partnerPayload: wire.partner_payload,
    raw: rawOf(answer),
  };
}

/** Reads a channel of a list. */
export function readChannel(answer: unknown): PartnerChannel {
  const wire = readWire(channelSchema, answer);
  return {
    id: wire.id,
    clientId: wire.client_id,
    status: wire.status,
    phoneNumber: wire.setup_info?.phone_number ?? null,
    displayName: wire.setup_info?.phone_name ?? null,
    waba: {
      dialog360Id: wire.waba_account?.id ?? null,
      metaId: wire.waba_account?.external_id ?? null,
    },
    raw: rawOf(answer),
  };
}

/** Where 360dialog's messaging API is, as documented. */
const messagingAddress = 'https://waba-v2.360dialog.io';

/** Reads a new API key in both documented forms: bare, and the older `{ api_keys: [ … ] }`. */
export function readApiKey(answer: unknown): ChannelApiKey {
  const { api_keys } = Object(answer) as RawAnswer;
  const entry: unknown = Array.isArray(api_keys) ? api_keys[0] : answer;
  const wire = readWire(apiKeySchema, entry);
  const { api_key: _, ...raw } = rawOf(entry);
  // The key goes to this address with every message, so it must be one that can be trusted.
  const isTrusted = wire.address !== null && trustedUrl(wire.address) !== undefined;
  const shown = {
    id: wire.id,
    appId: wire.app_id,
    address: isTrusted ? wire.address!.replace(/\/+$/, '') : messagingAddress,
    raw,
  };
  // Not enumerable: whoever logs the result logs no key.
  return Object.defineProperty(shown, 'apiKey', { value: wire.api_key }) as ChannelApiKey;
}

/** Reads a client that was created. */
export function readCreatedClient(answer: unknown): CreatedClient {
  const wire = readWire(createdClientSchema, answer);
  return { id: wire.id, createdAt: wire.created_at, raw: rawOf(answer) };
}

/** Reads a queued command. */
export function readSubmittedNumber(answer: unknown): SubmittedNumber {
  const wire = readWire(commandSchema, answer);
  return {
    id: wire.id,
    status: wire.status,
    expiresAt: wire.expires_at,
    clientId: wire.value?.payload?.client_id ?? null,
    raw: rawOf(answer),
  };
}
