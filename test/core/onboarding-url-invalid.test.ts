import {
  buildOnboardingUrl,
  isOnboardingError,
  OnboardingError,
  type OnboardingUrlOptions,
} from 'react-360dialog-connect/core';
import { describe, expect, it } from 'vitest';

/** As a JavaScript caller may get it wrong. */
const refusal = (options: Record<string, unknown>): OnboardingError => {
  try {
    buildOnboardingUrl({ partnerId: 'aAbBcCPA', ...options } as OnboardingUrlOptions);
  } catch (error) {
    if (isOnboardingError(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('partnerId', () => {
  it.each([
    '',
    ' ',
    '../../evil',
    'a?b',
    'a#b',
    'a%2f..',
    'a/b',
    'a\\b',
    'a\n',
    'ä',
    'a b',
    '@evil.example',
    undefined,
    null,
    123,
    {},
    [['aAbBcCPA']],
  ])('%j is refused with invalid_options', (partnerId) => {
    const error = refusal({ partnerId });

    expect(error.code).toBe('invalid_options');
    expect(error.message).toMatch(/^invalid partnerId: /);
  });
});

it.each([undefined, null])('options that are %s are refused with invalid_options', (given) => {
  const build = () => buildOnboardingUrl(given as never);

  expect(build).toThrow(expect.objectContaining({ code: 'invalid_options' }));
});

it.each([
  ['/connect', 'the whole address is needed'],
  ['//app.example.com/connect', 'its scheme is missing'],
])('redirect_url %s is told what is wrong with it', (redirect_url, text) => {
  expect(refusal({ queryParameters: { redirect_url } }).message).toContain(text);
});

it.each(['email=a', ['a'], new URLSearchParams('email=a'), new Map([['email', 'a']]), 5])(
  'queryParameters that are %o are refused with invalid_options',
  (queryParameters) => {
    const error = refusal({ queryParameters });

    expect(error.code).toBe('invalid_options');
    expect(error.message).toMatch(/^invalid queryParameters: it is no plain object/);
  },
);

describe('env and version', () => {
  it.each([
    ['env', { env: 'production' }],
    ['env', { env: 'constructor' }],
    ['env', { env: '__proto__' }],
    ['env', { env: 'prod v1' }],
    ['env', { env: 'toString', version: '' }],
    ['version', { version: 'v3' }],
    ['version', { version: 'constructor' }],
    ['version', { version: '__proto__' }],
  ])('%s: %j is refused with invalid_options', (option, options) => {
    const error = refusal(options);

    expect(error.code).toBe('invalid_options');
    expect(error.message).toMatch(new RegExp(`^invalid ${option}: `));
  });
});

describe('onboardingUrl', () => {
  it.each([
    'hub.example.com/on',
    '/on',
    'http://hub.example.com/on',
    'http://localhost.evil.example/on',
    'http://127.0.0.1.evil.example/on',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://hub.example.com',
    'https://*.example.com/on',
    'https://',
  ])('%s is refused with invalid_options', (onboardingUrl) => {
    const error = refusal({ onboardingUrl });

    expect(error.code).toBe('invalid_options');
    expect(error.message).toMatch(/^invalid onboardingUrl: /);
  });

  it('that is no string is refused with invalid_options', () => {
    expect(refusal({ onboardingUrl: 5 }).message).toMatch(/^invalid onboardingUrl: /);
  });
});

describe('redirect_url', () => {
  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'blob:https://app.example.com/x',
    '/connected',
    'connected',
    '//app.example.com/connected',
    'app.example.com/connected',
    ' javascript:alert(1)',
    'https://',
    // The client would go through everything, and the result would not be found.
    'https://app.example.com/connected#top',
    'https://app.example.com/#/connected',
    'https://app.example.com/connected#',
    'https://app.example.com/connected?client=mine',
    'https://app.example.com/connected?channels=[]',
    'https://app.example.com/connected?a=1&revoked=',
    'https://app.example.com/connected?state=open',
    'https://app.example.com/connected?%63lient=mine',
    // A browser lets no script change such an address.
    'https://user:password@app.example.com/connected',
    'https://user@app.example.com/connected',
    'https://:password@app.example.com/connected',
  ])('%s is refused with invalid_options', (redirect_url) => {
    const error = refusal({ queryParameters: { redirect_url } });

    expect(error.code).toBe('invalid_options');
    expect(error.message).toMatch(/^invalid redirect_url: /);
  });
});

describe('half a character', () => {
  it.each([{ name: 'a\ud800' }, { state: '\udc00b' }, { 'key\ud83d': 'x' }])(
    'in %j is refused with invalid_options, its cause and no data in the text',
    (query) => {
      const error = refusal({ queryParameters: query });

      expect(error.code).toBe('invalid_options');
      expect(error.message).toMatch(/^invalid queryParameters: /);
      expect(error.cause).toBeInstanceOf(URIError);
    },
  );
});

describe('an OnboardingError', () => {
  it('is an Error with a stable name and code', () => {
    const error = refusal({ partnerId: '' });

    expect(error).toBeInstanceOf(OnboardingError);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('OnboardingError');
    expect(String(error)).toMatch(/^OnboardingError: invalid partnerId: /);
  });

  it('repeats no value of an option in its text', () => {
    const secret = 'https//secret-value';

    const messages = [
      refusal({ partnerId: secret }),
      refusal({ env: secret }),
      refusal({ onboardingUrl: secret }),
      refusal({ queryParameters: { redirect_url: secret } }),
      refusal({ queryParameters: { io_signature: `${secret}\ud800` } }),
    ].map((error) => error.message);

    expect(messages.join()).not.toContain('secret-value');
  });

  it.each([null, undefined, 'OnboardingError', 1, new Error('x'), {}])(
    'is told from %s by isOnboardingError',
    (other) => {
      expect(isOnboardingError(other)).toBe(false);
    },
  );
});
