import {
  createEmbeddedSignup,
  isEmbeddedSignupError,
} from 'react-360dialog-connect/embedded-signup';
import { describe, expect, it, vi } from 'vitest';
import { fakeFacebookPage, signupIds, watchedSignup } from '../helpers/fake-facebook';

const page = fakeFacebookPage();

describe('an option that is wrong is named at the click', () => {
  it.each([
    ['appId', undefined],
    ['appId', 123],
    ['appId', '12 34'],
    ['configId', ''],
    ['callback', undefined],
    ['solutionId', 'abc'],
    ['graphVersion', '25'],
    ['locale', 'de-DE'],
    ['nonce', ''],
    ['origins', 'https://www.facebook.com'],
    ['origins', []],
    ['origins', ['https://*.facebook.com']],
    ['origins', ['https://www.facebook.com/']],
    ['sdkUrl', 'http://evil.test/sdk.js'],
    ['sdkUrl', 'javascript:alert(1)'],
    ['exchange', 'https://api.example'],
    ['expectedNumber', 'none'],
    ['setup', 'x'],
    ['extras', 5],
    ['graceMs', -1],
    ['timeout', 'soon'],
    ['timeout', null],
    ['sdkTimeout', Number.NaN],
    ['sdkTimeout', Number.POSITIVE_INFINITY],
    ['graceMs', '6000'],
    ['graceMs', 2 ** 31],
    ['coexistence', 'false'],
    ['preload', 'hover'],
    ['setup', []],
    ['extras', [1]],
    ['signal', new AbortController()],
    ['onCancel', 'cancelled'],
    ['onEvent', null],
  ])('%s: %j', async (name, value) => {
    const watched = await watchedSignup({ [name]: value });
    expect(watched.status).toBe('idle');
    watched.signup.open();

    expect(watched.told).toEqual(['invalid_options']);
    const [error] = watched.onError.mock.calls[0]!;
    expect(error.message).toMatch(new RegExp(`^invalid ${name}:`));
    expect(isEmbeddedSignupError(error)).toBe(true);
    expect(page.facebook.login).not.toHaveBeenCalled();
  });

  it('no limit of the whole signup is a right one', async () => {
    const watched = await watchedSignup({ timeout: Number.POSITIVE_INFINITY });
    watched.signup.open();

    expect(watched.status).toBe('open');
  });

  it('an error that no onError takes is printed in a development build', () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => {});
    createEmbeddedSignup({ ...signupIds, appId: '', callback() {} }).open();

    expect(print).toHaveBeenCalledTimes(1);
    print.mockClear();
  });
});

describe('Meta’s SDK is called', () => {
  const extrasOf = () => page.facebook.login.mock.calls[0]![1];

  it('with a plain function and the least that it needs', async () => {
    const { signup } = await watchedSignup();
    signup.open();

    expect(extrasOf()).toEqual({
      config_id: signupIds.configId,
      response_type: 'code',
      override_default_response_type: true,
      extras: { setup: {} },
    });
    expect(page.facebook.login.mock.calls[0]![0].constructor).toBe(Function);
  });

  it('with the solution, the prefill and coexistence', async () => {
    const setup = { business: { name: 'Bluebird' } };
    const { signup } = await watchedSignup({ solutionId: '123', setup, coexistence: true });
    signup.open();

    expect(extrasOf().extras).toEqual({
      setup: { business: { name: 'Bluebird' }, solutionID: '123' },
      featureType: 'whatsapp_business_app_onboarding',
    });
  });

  it('with extras of the app last', async () => {
    const extras = { setup: undefined, version: 'v4', sessionInfoVersion: '3' };
    const { signup } = await watchedSignup({ solutionId: '123', extras });
    signup.open();

    expect(extrasOf().extras).toEqual(extras);
  });

  it('with a warning where app-only install and coexistence are mixed, once', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { signup } = await watchedSignup({
      coexistence: true,
      extras: { features: [{ name: 'app_only_install' }] },
    });
    signup.open();
    signup.reset();
    signup.open();

    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockClear();
  });
});

it('http pages are told apart from localhost, before anything is loaded', async () => {
  vi.stubGlobal('location', { protocol: 'http:', hostname: 'app.example' });
  const watched = await watchedSignup();
  expect(watched.status).toBe('idle');
  watched.signup.open();

  expect(watched.told).toEqual(['insecure_page']);
});
