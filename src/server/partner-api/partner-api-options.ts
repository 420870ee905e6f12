import { isPartnerId } from '../../core/partner-id';
import { trustedUrl } from '../../core/trusted-url';
import type { OnEvent } from '../events/server-event';
import { checkOnEvent } from '../events/watch-work';
import type { Limiter } from './limiter';

/** Whose account, and how it is reached. */
export type PartnerApiOptions = {
  /** Your 360dialog partner ID. From your configuration, never from a request. */
  partnerId: string | undefined;
  /** The partner API key of 360dialog's hub. This, or `token`. It must never reach a browser. */
  apiKey?: string | undefined;
  /** A token of the older login by name and password, which 360dialog can switch off. */
  token?: string | undefined;
  /**
   * Where the Partner API is: `https:`, or `http:` on this machine, such as the sandbox's
   * `partnerApiUrl`.
   *
   * @default 'https://hub.360dialog.io/api/v2'
   */
  baseUrl?: string | undefined;
  /**
   * Sends the requests.
   *
   * @default the runtime's own
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /**
   * Holds calls back: `createLimiter({ store })` for several processes. Without it, all clients of
   * this account in this process share one of 5 calls in 30 seconds.
   */
  limiter?: Limiter | undefined;
  /**
   * How long one try may take, in seconds, the whole answer included and the wait for its turn not.
   *
   * @default 30
   */
  timeoutSeconds?: number | undefined;
  /** For your log or traces: what came of each call, in public words. */
  onEvent?: OnEvent | undefined;
};

/** @throws TypeError for an option that cannot be right. The text never holds it. */
export function readPartnerApiOptions(options: PartnerApiOptions) {
  const {
    partnerId,
    fetch,
    limiter,
    timeoutSeconds = 30,
    onEvent,
  } = Object(options) as PartnerApiOptions;
  checkOnEvent(onEvent);
  if (!isPartnerId(partnerId)) {
    throw new TypeError('partnerId must be your 360dialog partner ID: letters, digits, "-", "_".');
  }
  if (fetch !== undefined && typeof fetch !== 'function') {
    throw new TypeError('fetch must be a function.');
  }
  if (limiter !== undefined && typeof limiter?.acquire !== 'function') {
    throw new TypeError('limiter must have acquire, as that of createLimiter() does.');
  }
  const isTimer = timeoutSeconds > 0 && timeoutSeconds <= maxTimeoutSeconds;
  if (typeof timeoutSeconds !== 'number' || !isTimer) {
    throw new TypeError(`timeoutSeconds must be a number above 0, at most ${maxTimeoutSeconds}.`);
  }
  return {
    partnerId,
    limiter,
    timeoutSeconds,
    onEvent,
    ...readCredential(options),
    baseUrl: readBaseUrl(options.baseUrl),
    // Looked up at each call: a monitor may put its own in place later.
    fetch: fetch ?? ((request: Request) => globalThis.fetch(request)),
  };
}

const maxTimeoutSeconds = 600;

function readCredential({ apiKey, token }: PartnerApiOptions): {
  secret: string;
  headers: Record<string, string>;
} {
  if (apiKey !== undefined && token !== undefined) {
    throw new TypeError('apiKey and token: give one of them.');
  }
  if (token !== undefined) {
    const secret = readSecret(token, 'token');
    return { secret, headers: { Authorization: `Bearer ${secret}` } };
  }
  const secret = readSecret(apiKey, 'apiKey');
  return { secret, headers: { 'X-API-Key': secret } };
}

function readSecret(secret: unknown, name: string): string {
  if (typeof secret !== 'string' || secret === '') {
    throw new TypeError(`${name} is missing or empty. Set it in the environment.`);
  }
  // Else the platform would refuse the header, with the key in the error's text.
  if (!/^[\x21-\x7e]+$/.test(secret)) {
    throw new TypeError(`${name} has blanks, a line break or other odd characters. Remove them.`);
  }
  return secret;
}

function readBaseUrl(baseUrl: string = 'https://hub.360dialog.io/api/v2'): string {
  const url = typeof baseUrl === 'string' ? trustedUrl(baseUrl) : undefined;
  if (!url || url.username || url.password || url.search || url.hash) {
    throw new TypeError(
      'baseUrl must be a complete https: address, or http: on this machine, without query and fragment.',
    );
  }
  return url.href.replace(/\/+$/, '');
}
