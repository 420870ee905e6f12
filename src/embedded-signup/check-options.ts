import { maxTimeoutMs } from '../core/popup/limits';
import { trustedUrl } from '../core/trusted-url';
import { EmbeddedSignupError } from './errors';
import type { EmbeddedSignupOptions } from './types';

const isText = (value: unknown, pattern: RegExp) =>
  typeof value === 'string' && pattern.test(value);

const isOrigins = (value: unknown) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((origin) => trustedUrl(`${origin}`)?.origin === origin);

const isTime = (value: unknown) => typeof value === 'number' && value >= 0;

/** What each has to be, by what stands before the names. */
const checks: [isRight: (value: unknown) => unknown, ...names: (keyof EmbeddedSignupOptions)[]][] =
  [
    [(value) => isText(value, /^\d{1,30}$/), 'appId', 'configId', 'solutionId'],
    [
      (value) => typeof value === 'function',
      'callback',
      'exchange',
      'onCancel',
      'onError',
      'onStatusChange',
      'onEvent',
    ],
    [(value) => isText(value, /^v\d+\.\d+$/), 'graphVersion'],
    [(value) => isText(value, /^[a-z]{2,3}_[A-Z]{2}$/), 'locale'],
    [(value) => isText(value, /\d/), 'expectedNumber'],
    [(value) => isText(value, /./), 'nonce'],
    [(value) => value && typeof value === 'object' && !Array.isArray(value), 'setup', 'extras'],
    [(value) => typeof value === 'boolean', 'coexistence'],
    [(value) => value === 'mount' || value === 'none', 'preload'],
    [isTime, 'timeout'],
    // A browser's timer for longer would fire at once.
    [(value) => isTime(value) && Number(value) < maxTimeoutMs, 'sdkTimeout', 'graceMs'],
    [(value) => typeof Object(value).addEventListener === 'function', 'signal'],
    [(value) => trustedUrl(`${value}`), 'sdkUrl'],
    [isOrigins, 'origins'],
  ];

const required: (keyof EmbeddedSignupOptions)[] = ['appId', 'configId', 'callback'];

/** @throws EmbeddedSignupError `invalid_options`, which names the first one that is wrong */
export function checkOptions<Exchanged>(options: EmbeddedSignupOptions<Exchanged>): void {
  for (const [isRight, ...names] of checks) {
    for (const name of names) {
      const value = options[name];
      const isLeftOut = value === undefined && !required.includes(name);
      if (isLeftOut || isRight(value)) continue;
      throw new EmbeddedSignupError('invalid_options', `invalid ${name}`);
    }
  }
}
