import { parseWebhookEvent } from './parse-webhook-event';
import { type RawBody, readGivenBody, readRequestBody } from './read-raw-body';
import { WebhookError } from './webhook-error';
import type { WebhookEvent } from './webhook-event';
import {
  findSigner,
  readWebhookSecrets,
  type SecretOfPartner,
  type WebhookSecrets,
} from './webhook-secrets';

/** A webhook whose body your framework has read, as raw bytes. */
export type RawWebhook = {
  /** The bytes as they came, or the text that they are. Not what a JSON parser made of them. */
  body: RawBody;
  /** The header `x-360dialog-signature`. */
  signature: string | null | undefined;
};

/** A webhook that is genuine, as it came and as it was read. */
export type VerifiedWebhook = {
  bytes: Uint8Array<ArrayBuffer>;
  signature: string;
  event: WebhookEvent;
};

/**
 * Checks that a webhook comes from 360dialog, and reads it. The signature is over the raw bytes and is
 * compared in constant time; at most 1 MiB is read.
 *
 * A webhook has no timestamp, so a genuine one that is sent again is genuine. `webhookHandler` handles each
 * once.
 *
 * @throws WebhookError (as a rejection) when it is not signed, too large or unreadable
 * @throws TypeError (as a rejection) when the secret is missing, or the raw bytes are gone
 *
 * @example
 * const event = await verifyWebhook(request, { platformSecret });
 * if (event.kind === 'channel') console.log(event.event, event.channelId);
 */
export async function verifyWebhook(
  webhook: Request | RawWebhook,
  options: WebhookSecrets,
): Promise<WebhookEvent> {
  return (await readWebhook(webhook, readWebhookSecrets(options))).event;
}

/** The same, with the bytes. */
export async function readWebhook(
  webhook: Request | RawWebhook,
  secrets: readonly SecretOfPartner[],
): Promise<VerifiedWebhook> {
  const signature = isRequest(webhook)
    ? webhook.headers.get('x-360dialog-signature')
    : readGivenSignature(webhook);
  // Before anything is read for somebody who has not even tried.
  if (typeof signature !== 'string' || signature === '')
    throw new WebhookError('signature_missing');

  const bytes = isRequest(webhook) ? await readRequestBody(webhook) : readGivenBody(webhook.body);
  const signer = await findSigner(secrets, signature, bytes);
  if (!signer) throw new WebhookError('signature_mismatch');
  return { bytes, signature, event: parseWebhookEvent(bytes, signer.partnerId) };
}

/** By what it has, since some frameworks have a `Request` of their own. */
const isRequest = (webhook: Request | RawWebhook): webhook is Request =>
  typeof (Object(webhook) as Partial<Request>).headers?.get === 'function';

/** @throws TypeError for a request of Node, Express and the like, which has other headers and no raw body */
function readGivenSignature(webhook: RawWebhook): unknown {
  if ('body' in Object(webhook) && 'signature' in Object(webhook)) return webhook.signature;
  throw new TypeError('verifyWebhook takes a Request of the web standard, or { body, signature }.');
}
