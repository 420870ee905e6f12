import type { EmbeddedSignupOptions } from '../types';

const aFunction = 'It must be a function.';

const rights: Partial<Record<keyof EmbeddedSignupOptions, string>> = {
  appId: "It must be your Meta app's ID, digits as text.",
  configId:
    'It must be the ID of a Facebook Login for Business configuration of your Meta app, digits as text.',
  callback: 'It must be a function: the result would be lost.',
  solutionId: 'It must be the ID of the Solution that you share with 360dialog, digits as text.',
  coexistence: 'It must be `true` or `false`.',
  preload: 'It must be "mount" or "none".',
  graphVersion: 'It must be a version of the Graph API, like "v25.0".',
  setup: 'It must be an object, like `{ business: { name } }`.',
  extras: 'It must be an object.',
  exchange: 'It must be a function that takes the code and returns a promise.',
  expectedNumber: 'It must be a number with country code, like "+49 30 55500101".',
  locale: 'It must be a language and a country, like "de_DE".',
  nonce: 'It must be the nonce of the page, a text.',
  origins: 'It must be a list of whole origins with `https:`, like ["https://www.facebook.com"].',
  sdkUrl: 'It must be an address with `https:`, or `http:` on localhost.',
  sdkTimeout: 'It must be a number of milliseconds, less than 23 days.',
  graceMs: 'It must be a number of milliseconds, less than 23 days.',
  timeout: 'It must be a number of milliseconds.',
  signal: 'It must be an `AbortSignal`, which an `AbortController` has as its `signal`.',
  onCancel: aFunction,
  onError: aFunction,
  onStatusChange: aFunction,
  onEvent: aFunction,
};

/** What is wrong with an option, and what a right one looks like. Nothing of its value. */
export function textOfSignupOption<Exchanged>(
  message: string,
  cause: unknown,
  options: EmbeddedSignupOptions<Exchanged>,
): string {
  if (cause === 'another app') return `${message}: ${anotherApp}`;
  const name = message.replace('invalid ', '') as keyof EmbeddedSignupOptions;
  const wrong = options[name] === undefined ? ' it is missing.' : '';
  return `${message}:${wrong} ${rights[name]}`;
}

const anotherApp =
  "Meta's SDK on this page is set up for another app, and a page has only one. Use that app, or a page of its own.";
