import { base64url } from 'jose';
import { trustedUrl } from '../../core/trusted-url';
import type { StoredWebhook } from './stored-api-key';

/** Where a channel's messages go. */
export type MessagingWebhook = {
  /** Your address: `https:`, or `http:` on this machine. */
  url: string;
  /** Sent along with each message, such as a word that tells 360dialog from others. */
  headers?: Record<string, string> | undefined;
};

/** A messaging webhook that was checked, and its hash. */
export type WantedWebhook = StoredWebhook & {
  /** What is sent to the messaging API. */
  body: MessagingWebhook;
};

/** @throws TypeError that names the option, and never its value */
export async function readMessagingWebhook(webhook: MessagingWebhook): Promise<WantedWebhook> {
  const { url, headers } = Object(webhook) as MessagingWebhook;
  if (typeof url !== 'string' || !trustedUrl(url)) {
    throw new TypeError(
      'messagingWebhook.url must be a complete https: address, or http: on this machine.',
    );
  }
  const entries = Object.entries(readHeaders(headers)).sort(([a], [b]) => (a < b ? -1 : 1));
  const content = new TextEncoder().encode(JSON.stringify([url, entries]));
  const digest = base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', content)));
  const body = { url, ...(entries.length > 0 && { headers: Object.fromEntries(entries) }) };
  return { url, digest, body };
}

function readHeaders(headers: unknown = {}): Record<string, string> {
  const given = Object(headers) as Record<string, unknown>;
  const isHeader = ([name, value]: [string, unknown]) =>
    /^[\w!#$%&'*+.^`|~-]+$/.test(name) && typeof value === 'string' && /^[\x20-\x7e]*$/.test(value);
  if (given === headers && !Array.isArray(headers) && Object.entries(given).every(isHeader)) {
    return given as Record<string, string>;
  }
  throw new TypeError('messagingWebhook.headers must be names and texts, as HTTP takes them.');
}

/** Whether two texts are the same address. */
export function isSameAddress(one: string, other: string | null): boolean {
  return other !== null && trustedUrl(one)?.href === trustedUrl(other)?.href;
}
