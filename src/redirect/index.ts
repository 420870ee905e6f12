import { handoverName } from '../core/popup/attempt-record';
import { forwardToOpener, sayFinished } from '../core/popup/forward-to-opener';
import { trustedUrl } from '../core/trusted-url';
import { describeOrigins } from './describe-origins';

/** Options of the redirect page. */
export type ForwardRedirectOptions = {
  /**
   * Origins of your app, when it runs on another origin than the redirect page. The result is told
   * to these and to the page's own origin only.
   */
  openerOrigins?: string[] | undefined;
  /**
   * What the visitor reads when the app does not answer, as plain text in the language of the page.
   * @default 'Finished. You can close this window.'
   */
  doneText?: string | undefined;
};

/**
 * Brings the hub's result from the redirect page to the window that opened it, and closes this one
 * as soon as somebody took it. On a page without a result, and on a server, it does nothing.
 *
 * Imports of a file run before its calls, so call it in a module of your own that is imported first of
 * all, before your app starts. Without options, `import 'react-360dialog-connect/redirect/auto';` is it.
 *
 * @throws TypeError `openerOrigins` is no list of `https:` origins; `http:` counts on localhost
 *
 * @example
 * import { forwardRedirect } from 'react-360dialog-connect/redirect';
 * forwardRedirect({ openerOrigins: ['https://app.example.com'] });
 */
export function forwardRedirect(options?: ForwardRedirectOptions): void {
  if (typeof window === 'undefined') return;
  const { openerOrigins = [], doneText } = options ?? {};
  forwardToOpener({
    openerOrigins: readOrigins(openerOrigins),
    onSilence() {
      sayFinished(doneText);
      if (window.opener) {
        console.warn(`${handoverName}: no answer. See openerOrigins, redirectOrigins.`);
      }
    },
  });
}

function readOrigins(addresses: readonly string[]): string[] {
  try {
    return addresses.map((address) => trustedUrl(address)!.origin);
  } catch {
    // It is no list, or one of them is no origin.
    const error = new TypeError('openerOrigins');
    describeOrigins(error);
    throw error;
  }
}
