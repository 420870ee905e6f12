import { inspect } from 'node:util';
import type { EmbeddedSignupOptions } from 'react-360dialog-connect/embedded-signup';
import { describe, expect, it, vi } from 'vitest';
import { fakeFacebookPage, finishData, pass, say, watchedSignup } from '../helpers/fake-facebook';

const page = fakeFacebookPage();

type Exchange = NonNullable<EmbeddedSignupOptions['exchange']>;

describe('exchange', () => {
  it('gets the code at once, before the message is waited for', async () => {
    const exchange = vi.fn<Exchange>(async () => ({ clientId: 'oaY9LLfUCL' }));
    const { signup, callback } = await watchedSignup({ exchange });
    signup.open();
    page.facebook.giveCode();
    expect(exchange).toHaveBeenCalledWith('code-1', { signal: expect.any(AbortSignal) });

    say('FINISH', finishData);
    await pass(0);

    expect(callback.mock.calls[0]![0].exchanged).toEqual({ clientId: 'oaY9LLfUCL' });
  });

  it('is called once, however often the SDK calls back', async () => {
    const exchange = vi.fn<Exchange>(async () => 1);
    const { signup } = await watchedSignup({ exchange });
    signup.open();
    page.facebook.giveCode();
    page.facebook.giveCode('code-2');
    await pass(60_000);

    expect(exchange).toHaveBeenCalledTimes(1);
  });

  it('is not called without a code', async () => {
    const exchange = vi.fn<Exchange>();
    const { signup, callback } = await watchedSignup({ exchange });
    signup.open();
    say('FINISH', finishData);
    page.facebook.answer({ status: 'connected', authResponse: null });
    await pass(0);

    expect(exchange).not.toHaveBeenCalled();
    expect(callback.mock.calls[0]![0]).not.toHaveProperty('exchanged');
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('500'))],
    [
      'throws',
      () => {
        throw new Error('500');
      },
    ],
  ])('that %s is an error with the result', async (_, exchange) => {
    const watched = await watchedSignup({ exchange });
    watched.signup.open();
    page.facebook.giveCode();
    say('FINISH', finishData);
    await pass(0);

    expect(watched.told).toEqual(['exchange_failed']);
    const [error] = watched.onError.mock.calls[0]!;
    expect(error.cause).toEqual(new Error('500'));
    expect(error.result).toMatchObject({ wabaId: finishData.waba_id, code: 'code-1' });
  });

  it('that never answers is an error after a minute', async () => {
    const watched = await watchedSignup({ exchange: () => new Promise(() => {}) });
    watched.signup.open();
    page.facebook.giveCode();
    say('FINISH', finishData);
    await pass(59_000);
    expect(watched.told).toEqual([]);
    await pass(1000);

    expect(watched.told).toEqual(['exchange_failed']);
  });

  it('is aborted by close()', async () => {
    const exchange = vi.fn<Exchange>(() => new Promise(() => {}));
    const watched = await watchedSignup({ exchange });
    watched.signup.open();
    page.facebook.giveCode();
    watched.signup.close();

    expect(exchange.mock.calls[0]![1].signal.aborted).toBe(true);
    expect(watched.told).toEqual(['cancel']);
  });

  it('waits for a message that comes while it is running', async () => {
    const exchange = () => new Promise((resolve) => setTimeout(resolve, 10_000));
    const { signup, callback } = await watchedSignup({ exchange });
    signup.open();
    page.facebook.giveCode();
    await pass(8000);
    say('FINISH', finishData);
    await pass(2000);

    expect(callback.mock.calls[0]![0].sessionInfo).toBe('complete');
  });
});

describe('expectedNumber', () => {
  it.each([
    ['what exchange resolved to', { phoneNumber: '+49 30 5550 0102' }, {}],
    ['Meta’s message', undefined, { display_phone_number: '+49 30 5550 0102' }],
  ])('refuses another number in %s, and keeps the result', async (_, exchanged, data) => {
    const watched = await watchedSignup({
      expectedNumber: '0049 30 5550-0101',
      exchange: async () => exchanged,
    });
    watched.signup.open();
    page.facebook.giveCode();
    say('FINISH', { ...finishData, ...data });
    await pass(0);

    expect(watched.told).toEqual(['number_mismatch']);
    const [error] = watched.onError.mock.calls[0]!;
    expect(error.result?.phoneNumberId).toBe(finishData.phone_number_id);
    expect(error.message).toContain('click again and choose the right number');
  });

  it.each([
    [{ phone_number: '493055500101' }],
    [{ phone_number: 493055500101 }],
    [null],
    ['text'],
    [{}],
    [{ phoneNumber: Object.create(null) }],
  ])('takes the same number, and one that nobody tells: %j', async (exchanged) => {
    const watched = await watchedSignup({
      expectedNumber: '+49 30 5550 0101',
      exchange: async () => exchanged,
    });
    watched.signup.open();
    page.facebook.giveCode();
    say('FINISH', finishData);
    await pass(0);

    expect(watched.told).toEqual(['result']);
  });
});

it('an error shows neither the code nor an ID, wherever it is printed', async () => {
  const watched = await watchedSignup({ exchange: () => Promise.reject(new Error('500')) });
  watched.signup.open();
  page.facebook.giveCode('secret-code');
  say('FINISH', finishData);
  await pass(0);

  const [error] = watched.onError.mock.calls[0]!;
  const shown = `${inspect(error)}${JSON.stringify(error)}${error}`;
  expect(shown).not.toMatch(/secret-code|524126980791429123/);
});
