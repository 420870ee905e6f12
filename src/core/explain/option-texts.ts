import { isMergeable } from '../merge-parameters';
import type { OnboardingOptions } from '../types';
import { guide } from './guide';
import { whatIsWrongWithRedirectUrl } from './redirect-url-text';

type Options = Partial<OnboardingOptions>;

/** What is wrong with an option, and what a right one looks like. Nothing of its value. */
export function textOfOption(name: string, options: Options): string {
  const wrong = wrongs[name]?.(options) ?? '';
  return `invalid ${name}: ${wrong}${wrong && ' '}${rightFormOf(name)} ${guide('options')}`;
}

/** What a right one looks like. */
export const rightFormOf = (name: string): string => rights[name] ?? '';

const rights: Record<string, string> = {
  partnerId: 'It must be your 360dialog partner ID: letters, digits, "-" and "_", like "aAbBcCPA".',
  callback:
    'It must be a function that takes `{ client, channels }`. In Astro, an island takes no functions: put the button into a component of your own.',
  prepare: 'It must be a function that returns a promise of query parameters.',
  fetchIoSignature:
    "It must be a function: `ioSignatureFrom('/api/io-signature')` makes one of an address.",
  overrides: '`open` takes an object of options, the event of a click, or nothing.',
  signal: 'It must be an `AbortSignal`: that of an `AbortController` is its property `signal`.',
  popup: 'Its width and height must be numbers of CSS pixels above 0.',
  redirect_url:
    'It must be an address of yours such as "https://app.example.com/connect", or "/connect" on this page\'s own origin; `http:` only on localhost.',
  redirectOrigins:
    'It must be a list such as ["https://connect.example.com"]; `http:` only on localhost.',
  env: 'It must be "prod" (the default), "staging", "rc" or "local".',
  version: 'It must be "v1" (the default) or "v2".',
  onboardingUrl:
    'It must be the hub\'s whole address, `https:`, or `http:` on localhost: "https://hub.example.com/onboarding/{partnerId}". For a sandbox on another machine, use a tunnel with https.',
  queryParameters:
    'It must be an object of well-formed texts, such as { lang: "de" }; `Object.fromEntries` makes one of `URLSearchParams`, `await response.json()` of a `Response`.',
};

const wrongs: Record<string, (options: Options) => string> = {
  partnerId: ({ partnerId }) => whatIsWrongWithId(partnerId),
  callback: ({ callback }) =>
    `it is ${callback === undefined ? 'missing' : 'no function'}, so the result would be lost.`,
  redirect_url: ({ queryParameters }) => whatIsWrongWithRedirectUrl(queryParameters?.redirect_url),
  redirectOrigins: ({ redirectOrigins }) => whatIsWrongWithOrigins(redirectOrigins),
  env: () => 'there is no such environment.',
  version: () => 'there is no such version of the hub.',
  queryParameters: ({ queryParameters }) => whatIsWrongWithParameters(queryParameters),
};

function whatIsWrongWithParameters(parameters: unknown): string {
  if (!isMergeable(parameters)) return 'it is no plain object.';
  const hasSymbol = Object.values({ ...parameters }).some((value) => typeof value === 'symbol');
  return hasSymbol
    ? 'one of its values is a symbol.'
    : 'one of its values has half of a surrogate pair, so nobody could compare it when it comes back.';
}

function whatIsWrongWithId(partnerId: unknown): string {
  if (partnerId == null) {
    return 'it is missing. If it comes from an environment variable, that is not set, or not for the browser (`VITE_…` in Vite, `NEXT_PUBLIC_…` in Next.js).';
  }
  if (typeof partnerId !== 'string') return 'it is no text.';
  if (partnerId === '') return 'it is empty. If it is loaded later, disable the button until then.';
  if (/^\w+:|\//.test(partnerId)) return 'it is an address: give the ID in it alone.';
  if (/\s/.test(partnerId)) return 'it has a blank in it, perhaps at its end.';
  return 'it has a character that no ID has.';
}

function whatIsWrongWithOrigins(origins: unknown): string {
  if (!Array.isArray(origins)) return 'it is no list.';
  if (origins.some((origin) => /[*%]/.test(String(origin)))) {
    return 'it has a pattern in it, and only whole origins can be compared: list each.';
  }
  return 'one of them is no whole origin with its scheme, or plain `http:`.';
}
