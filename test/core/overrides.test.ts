import type { QueryParameters } from 'react-360dialog-connect/core';
import { describe, expect, it, vi } from 'vitest';
import { fakePage, showHub } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();
const address = () => new URL(page.popup.address);

describe('open(overrides)', () => {
  it('puts options over the button’s, for this one attempt', () => {
    const watched = watchedOnboarding({
      requestedNumber: '49301',
      queryParameters: { email: 'a@example.com', lang: 'de' },
    });

    watched.onboarding.open({
      partnerId: 'dDeEfFPA',
      requestedNumber: '49302',
      queryParameters: { lang: 'en', state: 'row-2' },
    });

    expect(address().pathname).toContain('/dDeEfFPA/');
    expect(Object.fromEntries(address().searchParams)).toEqual({
      email: 'a@example.com',
      lang: 'en',
      number: '49302',
      state: 'row-2',
    });
    watched.onboarding.close();
    watched.onboarding.open();
    expect(address().searchParams.get('number')).toBe('49301');
    expect(address().pathname).toContain('/aAbBcCPA/');
  });

  it('takes an option away with undefined', () => {
    const watched = watchedOnboarding({ requestedNumber: '49301' });

    watched.onboarding.open({ requestedNumber: undefined });

    expect(address().searchParams.has('number')).toBe(false);
  });

  it('gives the result to the button’s callback, with the state of the row', () => {
    const watched = watchedOnboarding();
    watched.onboarding.open({ queryParameters: { state: 'row-2' } });
    showHub();

    receiveMessage('?client=a&channels=[b]&state=row-2', { source: page.popup });

    expect(watched.callback.mock.calls).toEqual([
      [{ client: 'a', channels: ['b'], state: 'row-2' }],
    ]);
  });

  it.each<[string, unknown]>([
    ['a number', 5],
    ['text', 'row-2'],
    ['a function', () => ({})],
    ['true', true],
  ])('refuses %s', async (_what, given) => {
    const watched = watchedOnboarding();

    watched.onboarding.open(given as object);

    await vi.waitFor(() => expect(watched.onboarding.getSnapshot().status).toBe('failed'));
    const { error, runId } = watched.onboarding.getSnapshot();
    expect(error).toMatchObject({ code: 'invalid_options', runId });
    expect(error?.message).toContain('`open` takes an object of options');
    expect(() => page.popup).toThrow('window.open was not called');
  });

  it.each<[string, unknown]>([
    ['a click event', new MouseEvent('click')],
    ['an event of React', { target: null, nativeEvent: {} }],
    ['null', null],
    ['undefined', undefined],
  ])('counts %s as none', (_what, given) => {
    const watched = watchedOnboarding({ requestedNumber: '49301' });

    watched.onboarding.open(given as undefined);

    expect(watched.status).toBe('open');
    expect(address().searchParams.get('number')).toBe('49301');
    expect([...address().searchParams.keys()].sort()).toEqual(['number', 'state']);
  });

  it('tells what is wrong with an override', () => {
    const watched = watchedOnboarding();

    watched.onboarding.open({ partnerId: '' });

    expect(watched.onError.mock.calls[0]![0].message).toMatch(/^invalid partnerId: it is empty/);
  });

  it.each<[string, unknown, unknown]>([
    ['the button’s URLSearchParams', new URLSearchParams('lang=de'), undefined],
    ['the button’s text, though the row has a table', 'lang=de', { lang: 'en' }],
    ['a row’s URLSearchParams', { lang: 'de' }, new URLSearchParams('lang=en')],
    ['a row’s text', undefined, 'lang=en'],
    ['a row’s list', undefined, ['en']],
  ])('refuses queryParameters that would be lost: %s', (_what, ofButton, ofRow) => {
    const watched = watchedOnboarding({ queryParameters: ofButton as QueryParameters });

    watched.onboarding.open(ofRow ? { queryParameters: ofRow as QueryParameters } : undefined);

    expect(watched.onError.mock.calls[0]![0].message).toMatch(
      /^invalid queryParameters: it is no plain object/,
    );
    expect(() => page.popup).toThrow('window.open was not called');
  });

  it('takes no callback: that of the button has to be there', () => {
    const watched = watchedOnboarding({ callback: undefined as never });

    watched.onboarding.open({ callback() {} } as object);

    expect(watched.onError.mock.calls[0]![0].message).toMatch(/^invalid callback: it is missing/);
  });

  it('brings the popup of a running attempt to the front, whatever the row', () => {
    const watched = watchedOnboarding();
    watched.onboarding.open({ requestedNumber: '49301' });

    watched.onboarding.open({ requestedNumber: '49302' });

    expect(page.popups).toHaveLength(1);
    expect(page.popup.focus).toHaveBeenCalled();
  });
});

describe('the option popup', () => {
  const features = () => page.open.mock.calls.at(-1)![2];

  it.each<[object | undefined, string]>([
    [undefined, 'width=600,height=900'],
    [{}, 'width=600,height=900'],
    [{ width: 1000, height: 800 }, 'width=1000,height=800'],
    [{ width: 700 }, 'width=700,height=900'],
    [{ width: 5000, height: 5000 }, 'width=1920,height=1080'],
  ])('%j opens %s', (popup, size) => {
    watchedOnboarding({ popup }).onboarding.open();

    expect(features()).toContain(size);
  });
});
