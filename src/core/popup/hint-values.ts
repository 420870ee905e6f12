import type { OnboardingOptions } from '../types';
import { hint } from './hints';

/**
 * What goes to the hub as it is, and is surely not meant: as the button has it, and as `prepare` resolved
 * to it. In a build for production, the functions here are empty.
 */
export function hintParameters(options: Pick<OnboardingOptions, 'queryParameters'>): void {
  try {
    // Bundlers put the value in, though a browser has no `process`; a script that nobody bundled throws.
    // biome-ignore lint/style/noRestrictedGlobals: see above
    if (process.env.NODE_ENV !== 'production') {
      for (const [name, value] of Object.entries({ ...options.queryParameters })) {
        const wrong = whatIsWrong(name, value);
        if (wrong) hint(wrong);
      }
    }
  } catch {}
}

/** What of the options is none of what they take, and so has no effect or fails when it is called. */
export function hintKinds(options: OnboardingOptions): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production') {
      if (options.popup && !isObject(options.popup)) {
        hint('popup must be an object, such as { width: 700, height: 900 }; it was ignored.');
      }
      for (const name of ['onError', 'onCancel', 'onStatusChange'] as const) {
        if (options[name] && typeof options[name] !== 'function') {
          hint(`${name} must be a function, so what it would be told is lost.`);
        }
      }
    }
  } catch {}
}

/** Why what `open` was given has no effect. */
export function hintOverrides(overrides: object): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production' && !isObject(overrides)) {
      hint(
        'open() was given something that is no object of options, such as a list; it counts as none. It takes { requestedNumber, queryParameters, … } for this one attempt.',
      );
    }
  } catch {}
}

const isObject = (value: unknown): boolean =>
  Object.prototype.toString.call(value) === '[object Object]';

const rightNames: Record<string, string> = {
  redirectUrl: 'redirect_url',
  redirect_uri: 'redirect_url',
  requestedNumber: 'number',
};

/** Nothing of the value is told, and a name only where it is a word. */
function whatIsWrong(name: string, value: unknown): string | undefined {
  if (Object.hasOwn(rightNames, name)) {
    return `the hub knows no parameter ${name}: it is called ${rightNames[name]}.`;
  }
  const which = /^[a-z_]{1,40}$/i.test(name) ? `the parameter ${name}` : 'a parameter';
  if (isWithoutText(value)) {
    return `${which} is an object, a promise or a function, and the hub gets a text that says only that: await it, or make a text of it.`;
  }
  // That is a path of this page, as a relative one is.
  if (name !== 'redirect_url' || typeof value !== 'string') return;
  if (/^(undefined|null|true|NaN)(\/|\?|$)/.test(value)) {
    return 'redirect_url begins with the word "undefined" or the like, as a path of this page. If it is made of an environment variable, that is not set.';
  }
}

const isWithoutText = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && /^\[object /.test(String(value)));
