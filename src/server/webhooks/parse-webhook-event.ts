import * as v from 'valibot';
import { WebhookError } from './webhook-error';
import { isChannelEventName, type WebhookEvent } from './webhook-event';

/** IDs of clients and channels go into addresses and keys, so nothing that could shift their parts. */
const id = v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))), null);

const digits = v.pipe(v.number(), v.safeInteger(), v.transform(String));
const text = v.fallback(v.nullable(v.union([v.pipe(v.string(), v.maxLength(1000)), digits])), null);

/** An object in the body that may be missing, or be something else. */
const part = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.fallback(v.nullable(v.object(entries)), null);

const envelopeSchema = v.object({
  id: text,
  event: text,
  // A flat body may have the name here; none was seen for sure.
  type: text,
});

/** What is known of the fields, wherever they stand. Each is `null` where it is not as it should be. */
const dataSchema = v.object({
  id,
  channel_id: id,
  client_id: id,
  status: text,
  channel: part({ id }),
  client: part({ id, name: text, contact_info: part({ email: text }) }),
  setup_info: part({ phone_number: text }),
  waba_account: part({ id: text, external_id: text }),
});

type Data = v.InferOutput<typeof dataSchema>;

/** A body as 360dialog nests it: what plays 360dialog is typed by it, and cannot drift from what is read. */
export type WireWebhook = {
  id: string;
  event: string;
  data: Partial<v.InferInput<typeof dataSchema>>;
};

type Body = Record<string, unknown>;

/**
 * Reads the body of a webhook whose signature was right. Nested bodies (`{ id, event, data: { … } }`) are
 * what 360dialog sends; flat ones are understood too. What is not known stays in `body`.
 *
 * @throws WebhookError `malformed` for what is no JSON object with the name of an event
 */
export function parseWebhookEvent(bytes: Uint8Array, partnerId: string | null): WebhookEvent {
  const body = readJsonObject(bytes);
  const envelope = v.parse(envelopeSchema, body);
  const name = envelope.event ?? envelope.type;
  if (!name) throw new WebhookError('malformed');

  const isNested = isObject(body['data']);
  const data = v.parse(dataSchema, isNested ? body['data'] : body);
  const channelId = data.channel_id ?? data.channel?.id ?? data.id;
  // The `id` of a flat body may be the channel's, which all of its events share.
  const envelopeId = isNested && envelope.id !== channelId ? readEnvelopeId(envelope.id) : null;
  const common = { id: envelopeId, partnerId, body };

  if (name === 'client_created') {
    const client = clientOf(data);
    if (client) return { ...common, kind: 'client', event: name, ...client };
  }
  const clientId = data.client_id ?? data.client?.id ?? null;
  if (isChannelEventName(name) && channelId) {
    const channel = { channelId, clientId, ...channelFieldsOf(data) };
    return { ...common, kind: 'channel', event: name, ...channel };
  }
  return { ...common, kind: 'unknown', event: name, channelId, clientId };
}

/** `client_created` has the client in `data.client`, unlike the others. */
function clientOf(
  data: Data,
): { clientId: string; name: string | null; email: string | null } | null {
  const clientId = data.client?.id ?? data.client_id ?? data.id;
  if (!clientId) return null;
  const { name = null, contact_info = null } = data.client ?? {};
  return { clientId, name, email: contact_info?.email ?? null };
}

const channelFieldsOf = ({ status, setup_info, waba_account }: Data) => ({
  status,
  phoneNumber: setup_info?.phone_number ?? null,
  wabaAccountId: waba_account?.id ?? null,
  wabaExternalId: waba_account?.external_id ?? null,
});

/** It becomes part of a key in the store, so it is printable ASCII, or counts for none. */
const readEnvelopeId = (envelopeId: string | null): string | null =>
  envelopeId !== null && /^[\x21-\x7e]{1,200}$/.test(envelopeId) ? envelopeId : null;

/** @throws WebhookError */
function readJsonObject(bytes: Uint8Array): Body {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const body: unknown = JSON.parse(text, withoutPrototype);
    if (isObject(body)) return body;
  } catch {
    // The reason would quote the body.
  }
  throw new WebhookError('malformed');
}

/** `__proto__` would become a prototype as soon as somebody copies the object. */
const withoutPrototype = (key: string, value: unknown) => (key === '__proto__' ? undefined : value);

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
