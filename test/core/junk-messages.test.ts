import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakePage, showHub, waitForEverything } from '../helpers/fake-page';
import { broadcast, nameOfLines, receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();

function opened() {
  const watched = watchedOnboarding();
  watched.onboarding.open();
  showHub();
  return watched;
}

function expectSilence(watched: ReturnType<typeof opened>): void {
  expect(watched.statuses).toEqual(['open']);
  expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
  expect(location.pathname + location.search).toBe('/app');
}

const cyclic: Record<string, unknown> = { type: '360dialog-connect' };
cyclic['self'] = cyclic;

/** Those that speak of an outcome, so that a developer is told when the redirect page says them. */
const byHand: [string, unknown][] = [
  ['an array', ['?client=EVIL&channels=[EVIL]']],
  ['an object with a result', { search: '?client=EVIL&channels=[EVIL]' }],
];

const junk: [string, unknown][] = [
  ...byHand,
  ['null', null],
  ['undefined', undefined],
  ['a number', 42],
  ['a boolean', true],
  ['a bigint', 1n],
  ['an empty string', ''],
  ['a text', 'hello'],
  ['a question mark', '?'],
  ['a query without a result', '?x=1'],
  ['a client without channels', '?client=EVIL'],
  ['a whole address', 'https://app.example.com/?client=EVIL&channels=[EVIL]'],
  ['a megabyte', 'x'.repeat(1_000_000)],
  ['a date', new Date(0)],
  ['a map', new Map([['type', '360dialog-connect']])],
  ['a buffer', new ArrayBuffer(8)],
  ['an error', new Error('x')],
  ['an own acknowledgement', 'ack'],
  ['a question of an own opener', 'ask'],
  ['a cyclic object', cyclic],
  ['React devtools', { source: 'react-devtools-content-script', hello: true }],
  ['redux devtools', { type: '@devtools-page', source: '@devtools-page' }],
  ['webpack', { type: 'webpackOk' }],
  ['webpack’s hash', 'webpackHotUpdate1234'],
  ['Meta’s SDK', '{"type":"WA_EMBEDDED_SIGNUP","event":"FINISH","data":{}}'],
  ['setImmediate', 'setImmediate$0.123$1'],
];

const warn = () => vi.spyOn(console, 'warn').mockImplementation(() => {});

describe('junk', () => {
  beforeEach(() => {
    warn();
  });
  afterEach(() => {
    // What a developer is told of the first of these is the next describe's.
    vi.mocked(console.warn).mockClear();
  });

  it.each(junk)('such as %s is ignored, also from the popup itself', (_what, data) => {
    const watched = opened();

    receiveMessage(data);
    receiveMessage(data, { source: page.popup });
    receiveMessage(data, { source: page.popup, origin: 'https://hub.360dialog.com' });

    waitForEverything();
    expectSilence(watched);
  });

  it.each(junk)('such as %s is ignored on the attempt’s channel', (_what, data) => {
    const watched = opened();
    page.popup.sever();
    const channel = new BroadcastChannel(nameOfLines(page.popup));

    channel.postMessage(data);
    channel.close();

    expectSilence(watched);
  });

  it('under other storage keys is ignored', () => {
    const watched = opened();
    page.popup.sever();
    const newValue = page.popup.redirect();

    for (const key of [null, '', '360dialog-connect', '360dialog-connect:x']) {
      window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    }
    const key = nameOfLines(page.popup);
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: null }));

    expectSilence(watched);
  });

  it('in a flood leaves the attempt working', () => {
    const watched = opened();

    for (let i = 0; i < 1000; i++) receiveMessage(junk[i % junk.length]?.[1]);
    receiveMessage(page.popup.redirect(), { source: page.popup });

    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
  });
});

describe('without an attempt of its own', () => {
  it('a store ignores every message', () => {
    const other = opened();
    page.popup.sever();
    const watched = watchedOnboarding();

    receiveMessage('?client=EVIL&channels=[EVIL]');
    broadcast(page.popup);

    expect(other.outcomes.results).toBe(1);
    expect(watched.status).toBe('idle');
    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
  });
});
