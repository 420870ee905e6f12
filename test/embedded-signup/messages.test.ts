import { describe, expect, it, vi } from 'vitest';
import { readSignupMessage } from '../../src/embedded-signup/read-signup-message';
import { fakeFacebookPage, finishData, pass, say, watchedSignup } from '../helpers/fake-facebook';

const page = fakeFacebookPage();

it.each([
  'https://evilfacebook.com',
  'https://www.facebook.com.evil.test',
  'http://www.facebook.com',
  'https://www.facebook.com:8443',
  'https://web.facebook.com',
  'https://facebook.com',
  'https://business.facebook.com',
  window.location.origin,
  'null',
  '',
])('what %j says is not heard', async (origin) => {
  const onEvent = vi.fn();
  const watched = await watchedSignup({ onEvent });
  watched.signup.open();
  say('FINISH', finishData, { origin });
  say('CANCEL', {}, { origin });
  await pass(60_000);

  expect(onEvent).not.toHaveBeenCalled();
  expect(watched.status).toBe('open');
});

it('other origins are heard where the app lists them, and only those', async () => {
  const watched = await watchedSignup({ origins: ['https://web.facebook.com'] });
  watched.signup.open();
  say('CANCEL');
  expect(watched.told).toEqual([]);
  say('CANCEL', {}, { origin: 'https://web.facebook.com' });

  expect(watched.told).toEqual(['cancel']);
});

it('nothing is heard before a click, nor once it is over', async () => {
  const onEvent = vi.fn();
  const watched = await watchedSignup({ onEvent });
  say('FINISH', finishData);
  watched.signup.open();
  page.facebook.giveCode();
  say('FINISH', finishData);
  await pass(0);
  say('FINISH', finishData);

  expect(onEvent).toHaveBeenCalledTimes(1);
  expect(watched.told).toEqual(['result']);
});

describe('a message', () => {
  it.each<[unknown]>([
    [undefined],
    [null],
    [0],
    [''],
    ['{'],
    ['[]'],
    ['null'],
    ['cb=f1&origin=https%3A%2F%2Fapp.example'],
    ['{"type":"OTHER","event":"FINISH"}'],
    ['{"type":"WA_EMBEDDED_SIGNUP"}'],
    ['{"type":"WA_EMBEDDED_SIGNUP","event":5}'],
    [['WA_EMBEDDED_SIGNUP']],
  ])('is not Meta’s signup: %j', (said) => {
    expect(readSignupMessage(said)).toBeNull();
  });

  it('is read as text and as an object, with a version and without', () => {
    const said = { type: 'WA_EMBEDDED_SIGNUP', event: 'FINISH', data: { waba_id: '1' } };

    for (const each of [said, JSON.stringify(said), { ...said, version: '3' }]) {
      expect(readSignupMessage(each)).toMatchObject({ type: 'finish', data: { waba_id: '1' } });
    }
  });

  it('is read though nothing in it is a text', () => {
    const noText = { toString: 1, valueOf: 1 };
    const data = { error_message: noText, error_code: noText, current_step: noText };
    const said = { type: 'WA_EMBEDDED_SIGNUP', event: 'CANCEL', data };

    expect(readSignupMessage(said)).toEqual({
      type: 'error',
      event: 'CANCEL',
      data,
      raw: said,
      report: {},
    });
  });

  it('without data has none', () => {
    const said = { type: 'WA_EMBEDDED_SIGNUP', event: 'FINISH', data: 'x' };

    expect(readSignupMessage(said)?.data).toEqual({});
  });
});
