import { trustedUrl } from '../../core/trusted-url';
import { idInPath } from './id-in-path';
import type { NewClient, NewNumber } from './new-items';

/** The addresses of a partner account. */
export type PartnerUrls = {
  /** Where the hub sends clients at the end. */
  redirectUrl?: string | undefined;
  /** Where 360dialog sends its webhooks. */
  webhookUrl?: string | undefined;
};

// Each turns what a caller gave into the body that is sent, and throws a TypeError that names the
// option, and never its value.

/** The body that sets addresses. What is not given is left as it is. */
export function bodyOfUrls(urls: PartnerUrls): Record<string, string> {
  const { redirectUrl, webhookUrl } = Object(urls) as PartnerUrls;
  if (redirectUrl === undefined && webhookUrl === undefined) {
    throw new TypeError('setUrls needs redirectUrl or webhookUrl.');
  }
  return {
    ...(redirectUrl !== undefined && {
      partner_redirect_url: webAddress(redirectUrl, 'redirectUrl'),
    }),
    ...(webhookUrl !== undefined && { webhook_url: webAddress(webhookUrl, 'webhookUrl') }),
  };
}

/** The body that creates a client. */
export function bodyOfClient(client: NewClient): Record<string, string> {
  const { name, email, userName = name } = Object(client) as NewClient;
  checkText(name, 'name');
  checkText(userName, 'userName');
  if (typeof email !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new TypeError('email must be an e-mail address.');
  }
  return { name, email, user_name: userName };
}

/** The body that submits a number. */
export function bodyOfNumber(number: NewNumber): Record<string, string> {
  const given = Object(number) as NewNumber;
  const { metaBusinessId, clientId, metaPhoneNumberId, tier } = given;
  if (metaBusinessId === undefined && clientId === undefined) {
    throw new TypeError('submitNumber needs metaBusinessId or clientId.');
  }
  if (tier !== undefined && !['basic', 'regular', 'premium'].includes(tier)) {
    throw new TypeError('tier must be "basic", "regular" or "premium".');
  }
  return {
    solution_id: metaId(given.solutionId, 'solutionId'),
    waba_external_id: metaId(given.metaWabaId, 'metaWabaId'),
    ...(metaBusinessId !== undefined && {
      waba_business_id: metaId(metaBusinessId, 'metaBusinessId'),
    }),
    ...(clientId !== undefined && { client_id: idInPath(clientId, 'clientId') }),
    ...(metaPhoneNumberId !== undefined && {
      channel_external_id: metaId(metaPhoneNumberId, 'metaPhoneNumberId'),
    }),
    ...(tier !== undefined && { tier }),
  };
}

function webAddress(address: unknown, name: string): string {
  if (typeof address === 'string' && trustedUrl(address)) return address;
  throw new TypeError(`${name} must be a complete https: address, or http: on this machine.`);
}

function checkText(value: unknown, name: string): void {
  if (typeof value === 'string' && value.trim() !== '') return;
  throw new TypeError(`${name} must be a text that is not empty.`);
}

function metaId(id: unknown, name: string): string {
  if (typeof id === 'string' && /^\d{1,32}$/.test(id)) return id;
  throw new TypeError(`${name} must be an ID of Meta: a text of digits.`);
}
