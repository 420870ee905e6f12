import { handoverName } from '../core/popup/attempt-record';
import { forwardToOpener, sayFinished } from '../core/popup/forward-to-opener';
import { trustedUrl } from '../core/trusted-url';

/** Options of the redirect page. */
export type ForwardRedirectOptions = {
  /**
   * Origins of your app, when it runs on another origin than the redirect page. The result is told
   * to these and to the page's own origin only.
   */
  openerOrigins?: string[] | undefined;
  /**
   * What the visitor reads when the app does not answer.
   * @default 'Finished. You can close this window.'
   */
  doneText?: string | undefined;
};

/**
 * Brings the hub's result from the redirect page to the window that opened it, and closes this one
 * as soon as somebody took it. Call it first of all, before your app starts. On a page without a
 * result, and on a server, it does nothing.
 *
 * @throws TypeError an entry of `openerOrigins` is no `https:` origin
 *
 * @example
 * import { forwardRedirect } from 'react-360dialog-connect/redirect';
 * forwardRedirect();
 */
export function forwardRedirect({
  openerOrigins = [],
  doneText,
}: ForwardRedirectOptions = {}): void {
  if (typeof window === 'undefined') return;
  forwardToOpener({
    openerOrigins: openerOrigins.map(readOrigin),
    onSilence() {
      sayFinished(doneText);
      if (window.opener) {
        console.warn(
          `${handoverName}: the app did not answer. See openerOrigins, redirectOrigins.`,
        );
      }
    },
  });
}

function readOrigin(address: string): string {
  const url = trustedUrl(address);
  if (!url) throw new TypeError('openerOrigins');
  return url.origin;
}
