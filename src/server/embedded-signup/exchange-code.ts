import * as v from 'valibot';
import { trustedUrl } from '../../core/trusted-url';
import { readDeveloperMessage } from '../partner-api/developer-message';
import { CodeExchangeError } from './code-exchange-error';

/** A code of Meta, and whose it is. */
export type ExchangeCodeOptions = {
  /** Your app at Meta: digits. */
  appId: string | undefined;
  /** Your app's secret. It must never reach a browser. */
  appSecret: string | undefined;
  /** The code of the Embedded Signup. It lives for 30 seconds and works once. */
  code: string;
  /**
   * What Meta's window was opened with, where Meta wants it: some apps need it, most must not send it.
   *
   * @default none
   */
  redirectUri?: string | undefined;
  /**
   * The version of Meta's Graph API.
   *
   * @default 'v25.0'
   */
  graphVersion?: string | undefined;
  /**
   * Where the Graph API is: `https:`, or `http:` on this machine, for tests.
   *
   * @default 'https://graph.facebook.com'
   */
  graphUrl?: string | undefined;
};

/**
 * What a code was exchanged for. `accessToken` is there when you ask for it by name, and nowhere else:
 * `console.log`, `JSON.stringify` and a spread leave it out.
 */
export type ExchangedCode = {
  /** The token for the client's business. */
  readonly accessToken: string;
  /** For how long it is valid; `null` where Meta does not say. */
  expiresInSeconds: number | null;
};

const timeoutMs = 15_000;

const answerSchema = v.looseObject({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  expires_in: v.fallback(v.nullish(v.number(), null), null),
});

const metaCode = v.fallback(
  v.nullish(v.pipe(v.union([v.number(), v.string()]), v.transform(Number)), null),
  null,
);

/** The code that tells was seen as the subcode of a code 100. */
const errorSchema = v.looseObject({
  error: v.looseObject({ code: metaCode, error_subcode: metaCode }),
});

/**
 * Exchanges a code of the Embedded Signup at Meta, once: a code that was sent may be used up. With
 * 360dialog it is optional, so let no failure of it stop a signup.
 *
 * The call is documented at developers.facebook.com ("Embedded Signup", onboarding as a Tech Provider); the
 * codes 36008 and 36009 are known from integrators.
 *
 * @throws CodeExchangeError (as a rejection)
 * @throws TypeError (as a rejection) for an option that cannot be right
 *
 * @example
 * const { accessToken } = await exchangeCode({
 *   appId: process.env.META_APP_ID,
 *   appSecret: process.env.META_APP_SECRET,
 *   code,
 * });
 */
export async function exchangeCode(options: ExchangeCodeOptions): Promise<ExchangedCode> {
  const { url, secrets } = readExchangeOptions(options);
  const { status, text } = await ask(url);
  if (status !== 200) throw errorOf(status, text, secrets);
  const answer = v.safeParse(answerSchema, parsed(text));
  if (!answer.success) throw new CodeExchangeError('malformed_answer', status);
  const shown = { expiresInSeconds: answer.output.expires_in };
  return Object.defineProperty(shown, 'accessToken', {
    value: answer.output.access_token,
  }) as ExchangedCode;
}

/** Keeps nothing of an error: its text may have the address, and that the secret. */
async function ask(url: URL): Promise<{ status: number; text: string }> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { redirect: 'manual', signal });
    return { status: response.status, text: await response.text() };
  } catch {
    throw new CodeExchangeError('unreachable');
  }
}

function errorOf(status: number, text: string, secrets: string[]): CodeExchangeError {
  const metaMessage = readDeveloperMessage(text, secrets);
  if (status >= 500) return new CodeExchangeError('unavailable', status, metaMessage);
  if (status < 400) return new CodeExchangeError('malformed_answer', status);
  const read = v.safeParse(errorSchema, parsed(text));
  const { code = null, error_subcode = null } = read.success ? read.output.error : {};
  const codes = [code, error_subcode];
  if (codes.includes(36008))
    return new CodeExchangeError('redirect_uri_differs', status, metaMessage);
  if (codes.includes(36009)) return new CodeExchangeError('code_used', status, metaMessage);
  return new CodeExchangeError('refused', status, metaMessage);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readExchangeOptions(options: ExchangeCodeOptions): { url: URL; secrets: string[] } {
  const given = Object(options) as ExchangeCodeOptions;
  const { appId, appSecret, code, redirectUri, graphVersion = 'v25.0' } = given;
  const { graphUrl = 'https://graph.facebook.com' } = given;
  if (typeof appId !== 'string' || !/^\d{1,32}$/.test(appId)) {
    throw new TypeError('appId must be the ID of your app at Meta: a text of digits.');
  }
  for (const [name, value] of Object.entries({
    appSecret,
    code,
    redirectUri: redirectUri ?? '-',
  })) {
    if (typeof value !== 'string' || value === '' || value !== value.trim()) {
      throw new TypeError(`${name} must be a text, without blanks around it.`);
    }
  }
  if (typeof graphVersion !== 'string' || !/^v\d{1,3}\.\d$/.test(graphVersion)) {
    throw new TypeError('graphVersion must be one like "v25.0".');
  }
  const base = typeof graphUrl === 'string' ? trustedUrl(graphUrl) : undefined;
  if (!base) throw new TypeError('graphUrl must be an https: address, or http: on this machine.');
  const url = new URL(`/${graphVersion}/oauth/access_token`, base);
  url.searchParams.set('client_id', appId);
  url.searchParams.set('client_secret', appSecret!);
  url.searchParams.set('code', code);
  if (redirectUri !== undefined) url.searchParams.set('redirect_uri', redirectUri);
  return { url, secrets: [appSecret!, code] };
}
