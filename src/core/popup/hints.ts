/**
 * What a developer is told in the console, once each for a page. A bundle for production has none of
 * it: there, each function here is empty.
 */
import type { OnboardingError } from '../errors';
import { numberOf } from '../hub-url';
import type { OnboardingOptions } from '../types';
import { type AttemptRecord, readRecord } from './attempt-record';

const given = new Set<string>();

/** Tells a text, once for the page. */
export function hint(text: string): void {
  if (given.has(text)) return;
  given.add(text);
  console.warn(`360dialog-connect: ${text}`);
}

/** Why a result in the address did nothing. */
export function hintUnsolicited(): void {
  try {
    // Bundlers put the value in, though a browser has no `process`; a script that nobody bundled throws.
    // biome-ignore lint/style/noRestrictedGlobals: see above
    if (process.env.NODE_ENV !== 'production') {
      hint(
        'this page was loaded with a result that no attempt on this origin asked for. It was ignored. Where your app runs on another origin (port, www., 127.0.0.1), see redirectOrigins; allowUnsolicited accepts Direct Links.',
      );
    }
  } catch {}
}

/** Why an address that looks like the hub's answer was left alone. */
export function hintUnread(): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production') {
      const { search } = location;
      const looksLikeResult = /client=/.test(search) && /(channels|revoked)=/.test(search);
      const parameters = new URLSearchParams(search);
      if (looksLikeResult && !parameters.has('client')) {
        hint(
          'this page’s address has a result in it, but not as parameters of its own: something on the way added a second “?”, or keeps the address in a parameter. It was left as it is.',
        );
      }
    }
  } catch {}
}

/** An error that no `onError` takes must not pass in silence. */
export function hintUntaken(
  error: OnboardingError,
  options: Pick<OnboardingOptions, 'onError'>,
): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production' && !options.onError) {
      // biome-ignore lint/suspicious/noConsole: nobody else tells the developer
      console.error('360dialog-connect:', error);
    }
  } catch {}
}

/** What is taken, and surely not meant. */
export function hintOptions(options: OnboardingOptions): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production') {
      const { display, onboardingUrl, partnerId, requestedNumber } = options;
      if (!['popup', 'redirect', 'auto'].includes(display || 'popup')) {
        hint('display must be "popup", "redirect" or "auto"; it was taken for "popup".');
      }
      const names = ['{partnerId}', partnerId].filter(Boolean);
      if (
        /^https?:/.test(`${onboardingUrl}`) &&
        !names.some((name) => `${onboardingUrl}`.includes(name))
      ) {
        hint(
          'onboardingUrl has no {partnerId} in it, so the hub is not told whose button it is. It must be the whole address, such as "https://hub.example.com/onboarding/{partnerId}".',
        );
      }
      if (requestedNumber && !numberOf({ requestedNumber })) {
        hint('requestedNumber has no digit in it, so no number is asked for.');
      }
    }
  } catch {}
}

/** Why what the attempt's own popup said, on an allowed origin, did nothing. */
export function hintUnreadable(said: unknown): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production') {
      const what = whatWasPosted(said);
      const told = `the popup’s redirect page posted something that is no result: ${what}, perhaps of a page written by hand. Only \`location.search\` as it is can be read. ${ownRedirectPage}`;
      if (what) hint(told);
    }
  } catch {}
}

/**
 * Why what another window of this origin stored, as a redirect page written by hand may, did nothing.
 *
 * @param signal of the attempt that listens; the redirect page's own half has none
 */
export function hintStored(event: StorageEvent, signal: AbortSignal | undefined): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production' && signal && isResultByHand(`${event.newValue}`)) {
      hint(
        `another window of this origin put something into localStorage that looks like a result. If it is the popup’s redirect page: a result is not taken from there. ${ownRedirectPage}`,
      );
    }
  } catch {}
}

const ownRedirectPage =
  'Let that page call forwardRedirect() of react-360dialog-connect/redirect instead, in the same release. See https://www.npmjs.com/package/react-360dialog-connect#the-redirect-page';

/** JSON of both, and not much else: what an app keeps of its own is longer. */
const isResultByHand = (text: string) =>
  text.length < 500 && /^\s*[{[]/.test(text) && /client/i.test(text) && /channel/i.test(text);

/** What speaks of an outcome: an object, its JSON, an address. Other junk is of tools and extensions. */
function whatWasPosted(said: unknown): string | undefined {
  const text = typeof said === 'string' ? said : JSON.stringify(said);
  if (/^https?:.*[?#&]client=/s.test(text)) return 'its whole address';
  const isByHand =
    /^\s*[{[]/.test(text) && /client|channel|360dialog|status|success|error/i.test(text);
  return isByHand ? 'an object or JSON' : undefined;
}

const patienceMs = 1000;

/**
 * Why an attempt that a reload cut off, or a result of a window that left for the hub, went to no
 * button, if none takes it soon.
 */
export function hintUnclaimed(record: AttemptRecord, key?: string): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production') {
      setTimeout(() => {
        if (readRecord(key)?.page !== record.page) return;
        hint(
          'an attempt that began before this page was loaded waits for its button: one with the same partnerId, name, requestedNumber and state. There is none on this page.',
        );
      }, patienceMs);
    }
  } catch {}
}
