import type { EmbeddedSignupError } from '../errors';
import type { EmbeddedSignupOptions } from '../types';
import { textOfSignupOption } from './signup-option-texts';

/**
 * Puts the long text into an error, in a development build. In one for production this function is empty,
 * and what it needs is not there.
 */
export function explainSignupError<Exchanged>(
  error: EmbeddedSignupError<Exchanged>,
  options: EmbeddedSignupOptions<Exchanged>,
): void {
  try {
    // Bundlers put the value in, though a browser has no `process`; a script that nobody bundled throws.
    // biome-ignore lint/style/noRestrictedGlobals: see above
    if (process.env.NODE_ENV !== 'production') {
      const short = error.message;
      error.message = textOfCode(error, options);
      // Consoles print the stack, which begins with the text as it was.
      error.stack = `${error.stack}`.replace(short, () => error.message);
    }
  } catch {}
}

function textOfCode<Exchanged>(
  { code, message, cause, report }: EmbeddedSignupError<Exchanged>,
  options: EmbeddedSignupOptions<Exchanged>,
): string {
  if (code === 'invalid_options') return textOfSignupOption(message, cause, options);
  if (code === 'reported_by_meta') {
    const { code: number, sessionId } = report ?? {};
    return `${texts.reported_by_meta} Error ${number ?? '(none given)'}, session ${sessionId ?? '(none given)'}: Meta's support asks for both. \`onEvent\` gets Meta's own words.`;
  }
  return texts[code];
}

const texts = {
  insecure_page:
    "insecure_page: this page came by `http:`, where Meta's SDK signs nobody up and says so in the console only. Serve it by `https:`. On `localhost` it is let through, which Meta allows while the app is in development mode.",
  sdk_blocked:
    "sdk_blocked: Meta's SDK did not load, or something else stands in its place, which opens no window. That is an ad blocker or a tracking protection of the client's, a Content-Security-Policy of the page (allow https://connect.facebook.net in script-src, or give `nonce`), Trusted Types, or no network. The next click tries again.",
  sdk_not_ready:
    "sdk_not_ready: Meta's SDK was loaded only after the click, so that the browser refuses the window, or it refused to be called (see `cause`). Load it before the click with `preload()`, or keep `preload: 'mount'`. A second click works where it was only late.",
  popup_blocked:
    'popup_blocked: the browser opened no window. Call `open()` in the click itself, before anything is awaited. In-app browsers (Instagram, Facebook, WebViews) have no windows at all: ask the client to open the page in a browser, or see the fallbacks of the guide.',
  no_answer:
    "no_answer: Meta's window ended and handed nothing back, or the browser cut it off from this page. Look for three things: a `Cross-Origin-Opener-Policy` on this page must be `same-origin-allow-popups` or absent; its domain must be in both of Meta's lists, the allowed domains of the JavaScript SDK and the valid OAuth redirect URIs; `configId` must belong to `appId`. The signup may have succeeded: a webhook of the account tells.",
  reported_by_meta: 'reported_by_meta: Meta reported an error, or the client reported one to Meta.',
  number_mismatch:
    'number_mismatch: the client connected another number than `expectedNumber`. The signup is finished at Meta; `error.result` has it. Go on with that if the client meant it, else ask it to click again and choose the right number.',
  exchange_failed:
    "exchange_failed: your `exchange` rejected or took longer than a minute; see `cause`. The signup is finished at Meta, and `error.result` has its IDs, which are all that 360dialog's `account_sharing/numbers` needs. Never exchange a code twice: it is single use.",
  timeout:
    'timeout: your `timeout` ran out before the client was done. Verifying a number takes many minutes: leave it out, or give it more.',
} as const;
