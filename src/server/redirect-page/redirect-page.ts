import { parseOnboardingRedirect } from '../../core/parse-onboarding-redirect';
import { trustedUrl } from '../../core/trusted-url';
import type { CallbackObject } from '../../core/types';
import { refuse } from '../endpoint/answers';
import { type RedirectHtml, redirectHtml } from './redirect-html';

/** What a redirect page that is a route of your server is told. */
export type RedirectPageOptions = {
  /**
   * Origins of your app, when it runs on another origin than this route, like
   * `https://app.example.com`; `http:` on localhost. The result is told to these and to the route's
   * own origin only.
   */
  openerOrigins?: readonly string[] | undefined;
  /**
   * What the visitor reads when the app does not answer, as plain text.
   * @default 'Finished. You can close this window.'
   */
  doneText?: string | undefined;
  /**
   * The language of `doneText`, like `de` or `pt-BR`; without a `doneText`, the page is in English.
   * @default 'en'
   */
  lang?: string | undefined;
  /**
   * Is told the result that stands in the address, **unverified**: anybody can call this route with any
   * IDs. So it is for counting and for logs; what is stored comes through your app's `callback`, and is
   * checked at the Partner API. The page neither waits for it nor depends on it. Where a process may be
   * stopped once it has answered (edge runtimes, Lambda), give what you start to the platform's
   * `waitUntil`. Not called for `HEAD`, nor for an address without a readable result.
   */
  onResult?:
    | ((result: CallbackObject, context: { request: Request }) => void | Promise<void>)
    | undefined;
  /** For your log: what `onResult` threw. Nobody else hears of it. */
  onError?: ((error: unknown) => void) | undefined;
};

/** Answers a visit of the redirect URL. It never rejects. */
export type RedirectPageHandler = (request: Request) => Promise<Response>;

/**
 * Makes the redirect page a route of your server: the page that the hub sends the popup to at the end,
 * with the script inside that brings the result to the app and closes the window. For popups: where the
 * whole page goes to the hub (`display`), the redirect URL has to be a page with the button.
 *
 * Nothing of the address is ever written into the page, which is the same for every request: nobody
 * stores it, its address is told to no other site, no other site can frame it, and no other script runs
 * in it. It takes `GET` and `HEAD`, and refuses other methods with 405.
 *
 * @throws TypeError when an option is wrong
 *
 * @example
 * import { redirectPage } from 'react-360dialog-connect/server';
 * export const GET = redirectPage();
 */
export function redirectPage(options: RedirectPageOptions = {}): RedirectPageHandler {
  checkOptions(options);
  const { doneText, lang, onResult, onError } = options;
  const openerOrigins = readOrigins(options.openerOrigins ?? []);
  checkText('doneText', doneText);
  checkText('lang', lang);
  checkFunction('onResult', onResult);
  checkFunction('onError', onError);

  const tellResult = async (request: Request) => {
    const result = parseOnboardingRedirect(request.url);
    if (result) await onResult?.(result, { request });
  };
  // A log that fails changes nothing either.
  const tellError = async (error: unknown) => onError?.(error);

  // Made at the first request: some edge runtimes do nothing asynchronous before that.
  let page: Promise<RedirectHtml> | undefined;
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(405, { Allow: 'GET, HEAD' });
    }
    page ??= redirectHtml({ openerOrigins, doneText, lang });
    const { html, contentSecurityPolicy } = await page;
    const isVisit = request.method === 'GET';
    if (isVisit)
      tellResult(request)
        .catch(tellError)
        .catch(() => {});
    return new Response(isVisit ? html : null, { headers: headersOf(contentSecurityPolicy) });
  };
}

const headersOf = (contentSecurityPolicy: string): Record<string, string> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': contentSecurityPolicy,
  'Cache-Control': 'no-store',
  // The address has the result in it.
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // The browsers' default, in place of what a middleware sets for all routes: the page needs its opener.
  'Cross-Origin-Opener-Policy': 'unsafe-none',
});

/** A router that is given the function itself, and not what it makes, calls it with a request. */
function checkOptions(options: unknown): void {
  if (Object.prototype.toString.call(options) === '[object Object]') return;
  throw new TypeError(
    'redirectPage takes an object of options, or nothing, and makes the handler: redirectPage().',
  );
}

function readOrigins(addresses: unknown): string[] {
  if (!Array.isArray(addresses)) throw new TypeError('openerOrigins must be a list.');
  return addresses.map((address) => {
    const url = typeof address === 'string' && trustedUrl(address);
    if (url) return url.origin;
    throw new TypeError('openerOrigins takes origins like "https://app.example.com", and no "*".');
  });
}

function checkText(option: string, text: unknown): void {
  if (text === undefined || (typeof text === 'string' && text.trim() !== '')) return;
  throw new TypeError(`${option} must be a text that is not empty.`);
}

function checkFunction(option: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return;
  throw new TypeError(`${option} must be a function.`);
}
