import { readFileSync } from 'node:fs';
import {
  buildOnboardingUrl,
  createOnboarding,
  ioSignatureFrom,
  type OnboardingError,
  type OnboardingOptions,
  stateFrom,
} from 'react-360dialog-connect/core';
import { describe, expect, it, vi } from 'vitest';
import { fakePage, showHub } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';
import { signature } from '../helpers/signing-endpoint';

const page = fakePage();

const redirect = (redirect_url: unknown) => ({ queryParameters: { redirect_url } });
const answered = (answer: unknown) => ({ fetchIoSignature: async () => answer });
const asked = (response: () => Response | Promise<never>) => ({
  fetchIoSignature: ioSignatureFrom('/api/io-signature'),
  fetch: vi.fn(async () => response()),
});
const rejects = (error: unknown) => asked(() => Promise.reject(error));

/** The usual mistakes, each as an app makes it, and nothing else wrong. */
const mistakes: [string, object][] = [
  ['partnerId is missing', { partnerId: undefined }],
  ['partnerId is empty', { partnerId: '' }],
  ['partnerId has a blank at its end', { partnerId: 'aAbBcCPA ' }],
  [
    'partnerId is a whole address',
    { partnerId: 'https://hub.360dialog.com/dashboard/app/aAbBcCPA' },
  ],
  ['partnerId is a number', { partnerId: 360 }],
  ['callback is missing', { callback: undefined }],
  ['callback is a text', { callback: 'save' }],
  ['redirect_url has no scheme', redirect('app.example.com/connect')],
  ['redirect_url is of a dev server, without a scheme', redirect('localhost:5173/connect')],
  ['redirect_url is plain http', redirect('http://app.example.com/connect')],
  ['redirect_url has a fragment', redirect('https://app.example.com/#/connect')],
  ['redirect_url has a parameter of the hub', redirect('/connect?client=mine')],
  ['redirect_url has a parameter of the hub, empty', redirect('/connect?state')],
  ['redirect_url has a password', redirect('https://u:p@app.example.com/connect')],
  ['redirect_url is of an app’s own scheme', redirect('myapp://connect')],
  ['redirectOrigins is a text', { redirectOrigins: 'https://connect.example.com' }],
  ['redirectOrigins has a pattern', { redirectOrigins: ['https://*.example.com'] }],
  ['redirectOrigins has no scheme', { redirectOrigins: ['connect.example.com'] }],
  ['env is none', { env: 'production' }],
  ['version is none', { version: 'v3' }],
  ['a redirect_url’s parameter of the hub is encoded', redirect('/connect?%63lient=mine')],
  ['redirect_url begins with a slash of the wrong kind', redirect('/\\app.example.com/connect')],
  ['redirectOrigins has a symbol', { redirectOrigins: [Symbol('4711')] }],
  ['a parameter is a symbol', { queryParameters: { lang: Symbol('4711') } }],
  ['state is a symbol', { queryParameters: { state: Symbol('4711') } }],
  ['requestedNumber is a symbol', { requestedNumber: Symbol('4711') }],
  ['onboardingUrl is on the local network', { onboardingUrl: 'http://192.168.0.7/{partnerId}' }],
  ['popup has no size', { popup: { width: 0 } }],
  ['prepare is an address', { prepare: '/api/contract' }],
  ['fetchIoSignature is an address', { fetchIoSignature: '/api/io-signature' }],
  ['a parameter is half a character', { queryParameters: { name: 'a\ud800' } }],
  [
    'the endpoint answers milliseconds',
    answered({ ...signature, io_timestamp: 1_775_653_748_000 }),
  ],
  ['the endpoint answers a date', answered({ ...signature, io_timestamp: new Date(0) })],
  ['the endpoint answers no number', answered({ ...signature, io_timestamp: Number.NaN })],
  ['the endpoint answers camelCase', answered({ ioSignature: 'e19a', ioTimestamp: 1 })],
  ['fetchIoSignature answers a Response', answered(new Response('{}'))],
  ['fetchIoSignature answers nothing', answered(undefined)],
  ['fetchIoSignature answers a text', answered('{"io_signature":"e19a"}')],
  ['the endpoint answers HTML', asked(() => new Response('<!doctype html>'))],
  ['the endpoint answers 401', asked(() => new Response('', { status: 401 }))],
  ['the endpoint answers 404', asked(() => new Response('', { status: 404 }))],
  [
    'the endpoint is busy',
    asked(() => new Response('', { status: 503, headers: { 'retry-after': '60' } })),
  ],
  ['the endpoint redirects, or CORS, or no network', rejects(new TypeError('Failed to fetch'))],
  ['the endpoint hangs', rejects(new DOMException('Timed out.', 'TimeoutError'))],
  ['fetchIoSignature rejects', rejects(new Error('client secret-4711 unknown'))],
  ['prepare rejects', { prepare: () => Promise.reject(new Error('client secret-4711 unknown')) }],
  [
    'prepare has a mistake in it, near a word of its own',
    { prepare: async () => Promise.reject(new TypeError('fetchContract failed: 4711')) },
  ],
  [
    'the endpoint of stateFrom answers HTML',
    {
      ...asked(() => new Response('<!doctype html>')),
      fetchIoSignature: undefined,
      prepare: stateFrom('/api/state'),
    },
  ],
  ['fetchIoSignature rejects with nothing', { fetchIoSignature: () => Promise.reject() }],
  ['prepare rejects with nothing', { prepare: () => Promise.reject() }],
  [
    'prepare rejects with an error of this library',
    { prepare: async () => buildOnboardingUrl({ partnerId: '' }) },
  ],
  ['prepare answers a Response', { prepare: async () => new Response('{}') }],
  ['prepare answers a wrong redirect_url', { prepare: async () => ({ redirect_url: 'x.y' }) }],
  ['open() runs after a long await', { blocked: true }],
];

/** Clicks once, with no `onError` and then with one. */
async function click(given: object): Promise<{ error: OnboardingError; printed: unknown[][] }> {
  const { fetch, blocked, ...options } = given as {
    fetch?: typeof globalThis.fetch;
    blocked?: true;
  };
  if (fetch) vi.stubGlobal('fetch', fetch);
  const run = async (onError?: OnboardingOptions['onError']) => {
    if (blocked) page.open.mockReturnValueOnce(null);
    const all = { partnerId: 'aAbBcCPA', callback() {}, onError, ...options };
    const { open, getSnapshot } = createOnboarding(all as OnboardingOptions);
    open();
    await vi.advanceTimersByTimeAsync(100);
    return getSnapshot().error!;
  };
  const print = vi.spyOn(console, 'error').mockImplementation(() => {});
  const error = await run();
  const printed = print.mock.calls.map((call) => [...call]);
  print.mockClear();
  const onError = vi.fn();
  await run(onError);
  expect(print).not.toHaveBeenCalled();
  expect(onError.mock.calls.map(([told]) => told.message)).toEqual([error.message]);
  return { error, printed };
}

describe('a usual mistake', () => {
  it.each(mistakes)('is told in the console and by onError: %s', async (_what, given) => {
    const { error, printed } = await click(given);

    expect(printed).toEqual([['360dialog-connect:', error]]);
    expect(String(error.stack)).toContain(error.message);
    expect(error.runId).toMatch(/^[\d-]{4,}$/);
  });

  it('has a text of its own, which ends with where the cure stands', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const lines: string[] = [];
    for (const [what, given] of mistakes)
      lines.push(`${what}\n  ${(await click(given)).error.message}`);

    await expect(`${lines.join('\n\n')}\n`).toMatchFileSnapshot('mistakes.txt');
  });

  it('is never told with a value of the app', async () => {
    for (const [, given] of mistakes) {
      const { error } = await click(given);

      expect(error.message).not.toMatch(/4711|e19a|1775653748|u:p@|myapp|192\.168/);
    }
  });

  it('has a cause that is no accident', async () => {
    const accident = /cannot read|is not iterable|is not a function|destructure|Invalid URL/i;
    for (const [, given] of mistakes) {
      const { error } = await click(given);

      expect(String(error.cause)).not.toMatch(accident);
    }
  });
});

describe('other ends of an attempt', () => {
  const ended = async (search: string, options: Partial<OnboardingOptions> = {}) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const all = { partnerId: 'aAbBcCPA', callback() {}, onError() {}, ...options };
    const { open, getSnapshot } = createOnboarding(all);
    open();
    showHub();
    if (search) receiveMessage(search, { source: page.popup });
    await vi.advanceTimersByTimeAsync(5000);
    return getSnapshot().error!.message;
  };

  it('have texts, too', async () => {
    const given = { queryParameters: { ...signature } };
    const texts = [
      await ended('?client=a&channels=[b]&state=other'),
      await ended('?client=&channels=[b]'),
      await ended('', { timeout: 2000 }),
      await ended('', given).catch(() => ''),
      await ended('', given),
      await ended('', { prepare: async () => ({ ...signature }) }),
    ].filter(Boolean);

    await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot('other-ends.txt');
  });

  it('hold no value of an option', async () => {
    expect(await ended('', { timeout: 4711 })).not.toContain('4711');
  });

  it('and so has an address that is built by hand', () => {
    expect(() => buildOnboardingUrl({ partnerId: 'aAbBcCPA', version: 'v3' as 'v1' })).toThrow(
      /^invalid version: there is no such version of the hub/,
    );
  });
});

describe('what is taken, and surely not meant', () => {
  const prepared = (parameters: object) => ({ prepare: async () => parameters });

  // Before the others: each text is told once for the page.
  it.each([undefined, null])('is not what is left out, as %s', (nothing) => {
    const names = ['redirect_url', 'state', 'email', 'lang', 'next', 'partner', 'number'];
    const queryParameters = Object.fromEntries(names.map((name) => [name, nothing]));
    const left = ['popup', 'display', 'onCancel', 'onError', 'onStatusChange', 'requestedNumber'];
    const options = Object.fromEntries(left.map((name) => [name, nothing]));
    const all = { partnerId: 'aAbBcCPA', callback() {}, queryParameters, ...options };
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});

    const { open, getSnapshot } = createOnboarding(all as OnboardingOptions);
    open();

    expect(getSnapshot().status).toBe('open');
    expect(warn).not.toHaveBeenCalled();
  });

  it.each<[string, object, RegExp]>([
    [
      'a state that is an object',
      { queryParameters: { state: { row: 5 } } },
      /parameter state is an/,
    ],
    ['a promise', { queryParameters: { email: Promise.resolve('a') } }, /parameter email is an/],
    ['a function', { queryParameters: { partner: () => 'a' } }, /parameter partner is an/],
    ['an object that prepare resolved to', prepared({ lang: {} }), /parameter lang is an/],
    ['a name that is no word', prepared({ 'a@b.c': {} }), /: a parameter is an/],
    ['redirectUrl', { queryParameters: { redirectUrl: '/a' } }, /it is called redirect_url/],
    ['requestedNumber', prepared({ requestedNumber: '49' }), /it is called number/],
    [
      'a variable that is not set',
      { queryParameters: { redirect_url: 'undefined/a' } },
      /"undefined"/,
    ],
    ['a popup of text', { popup: 'width=700' }, /popup must be an object/],
    ['an onCancel of text', { onCancel: 'log' }, /onCancel must be a function/],
  ])('is told once: %s', async (_what, options, text) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const all = { partnerId: 'aAbBcCPA', callback() {}, ...options } as OnboardingOptions;

    for (let click = 0; click < 2; click++) createOnboarding(all).open();
    await vi.advanceTimersByTimeAsync(0);

    expect(warn.mock.calls).toEqual([[expect.stringMatching(text)]]);
    warn.mockClear();
  });

  it('is told once: a list or a map that open() is given', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});

    for (const given of [['49301'], new Map()]) {
      createOnboarding({ partnerId: 'aAbBcCPA', callback() {} }).open(given as object);
    }

    expect(warn.mock.calls).toEqual([[expect.stringMatching(/open\(\) was given something/)]]);
    warn.mockClear();
  });

  it.each<[string, object, RegExp]>([
    ['display', { display: 'tab' }, /^360dialog-connect: display must be/],
    ['an onboardingUrl', { onboardingUrl: 'https://hub.example.com/on' }, /no \{partnerId\} in it/],
    ['a requestedNumber', { requestedNumber: 'my number' }, /no digit in it/],
  ])('is told once: %s', (_what, options, text) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const all = { partnerId: 'aAbBcCPA', callback() {}, ...options } as OnboardingOptions;

    for (let click = 0; click < 2; click++) createOnboarding(all).open();

    expect(warn.mock.calls).toEqual([[expect.stringMatching(text)]]);
    warn.mockClear();
  });

  it('is told once: an object that a redirect page of the attempt posts', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    createOnboarding({ partnerId: 'aAbBcCPA', callback() {} }).open();
    showHub();

    for (let time = 0; time < 2; time++) {
      receiveMessage({ type: '360dialog-connect', client: 'a' }, { source: page.popup });
      receiveMessage('{"status":"success"}', { source: page.popup });
    }

    expect(warn.mock.calls).toEqual([[expect.stringMatching(/forwardRedirect\(\)/)]]);
    warn.mockClear();
  });

  it('is told once: the whole address that a redirect page of the attempt posts', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const watched = watchedOnboarding();
    watched.onboarding.open();
    showHub();

    for (let time = 0; time < 2; time++) {
      receiveMessage('https://app.example.com/connected?client=a&channels=[b]', {
        source: page.popup,
      });
    }
    receiveMessage('https://app.example.com/?theme=dark', { source: page.popup });
    expect(watched.status).toBe('open');
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/its whole address.*forwardRedirect\(\)/)],
    ]);
    warn.mockClear();
    receiveMessage('?client=a&channels=[b]', { source: page.popup });

    expect(watched.status).toBe('completed');
    expect(warn).not.toHaveBeenCalled();
  });

  it('is told once: a result that another window of the origin puts into localStorage', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    createOnboarding({ partnerId: 'aAbBcCPA', callback() {} }).open();
    const store = (key: string, newValue: string | null) =>
      dispatchEvent(new StorageEvent('storage', { key, newValue }));

    for (const [key, newValue] of [
      ['theme', 'dark'],
      ['cart', '{"client":"a"}'],
      ['app', JSON.stringify({ client: 'a', channels: ['b'], rest: 'x'.repeat(500) })],
      ['connected', null],
    ] as const) {
      store(key, newValue);
    }
    expect(warn).not.toHaveBeenCalled();
    store('connected', '{"client":"a","channels":["b"]}');
    store('connected', '{"client":"a","channels":["b","c"]}');

    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/localStorage .*forwardRedirect\(\)/)],
    ]);
    warn.mockClear();
  });
});

it('every link in a text leads to a heading of the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  const texts = ['mistakes.txt', 'other-ends.txt'].map((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8'),
  );
  const anchors = [...texts.join('').matchAll(/react-360dialog-connect#([\w-]+)/g)].map(
    ([, id]) => id!,
  );

  expect(anchors.length).toBeGreaterThan(20);
  for (const anchor of new Set(anchors)) expect(headings).toContain(anchor);
});
