import { type ForwardRedirectOptions, forwardToOpener } from '../core/popup/handover-redirect-page';

export type { ForwardRedirectOptions };

/**
 * Brings the hub's result from the redirect page to the window that opened it, and closes this one
 * as soon as somebody took it. Call it first of all, before your app starts. On a page without a
 * result it does nothing.
 *
 * @throws OnboardingError `invalid_options`: an entry of `openerOrigins` is no `https:` origin
 *
 * @example
 * import { forwardRedirect } from 'react-360dialog-connect/redirect';
 * forwardRedirect();
 */
export function forwardRedirect(options: ForwardRedirectOptions = {}): void {
  forwardToOpener(options);
}
