import { buildOnboardingUrl, type OnboardingUrlOptions } from 'react-360dialog-connect';
import { describe, expect, it } from 'vitest';

const build = (options: Partial<OnboardingUrlOptions> = {}) =>
  buildOnboardingUrl({ partnerId: 'aAbBcCPA', ...options });

const queryOf = (options: Partial<OnboardingUrlOptions>) => new URL(build(options)).search;

describe('the address', () => {
  it.each([
    ['prod', 'v1', 'https://hub.360dialog.com/dashboard/app/aAbBcCPA/permissions'],
    ['prod', 'v2', 'https://app.360dialog.com/onboarding/aAbBcCPA'],
    ['staging', 'v1', 'https://admin.hub-staging.360dialog.io/dashboard/app/aAbBcCPA/permissions'],
    ['staging', 'v2', 'https://staging-app.360dialog.com/onboarding/aAbBcCPA'],
    ['rc', 'v1', 'https://rc-admin.360dialog.io/dashboard/app/aAbBcCPA/permissions'],
    ['rc', 'v2', 'https://rc-app.360dialog.com/onboarding/aAbBcCPA'],
    ['local', 'v1', 'http://localhost:8082/dashboard/app/aAbBcCPA/permissions'],
    ['local', 'v2', 'https://local.360dialog.io/onboarding/aAbBcCPA'],
  ] as const)('of %s %s is the documented one', (env, version, address) => {
    expect(build({ env, version })).toBe(address);
  });

  it('defaults to prod v1', () => {
    expect(build()).toBe(build({ env: 'prod', version: 'v1' }));
    expect(build({ version: 'v2' })).toBe(build({ env: 'prod', version: 'v2' }));
    expect(build({ env: 'rc' })).toBe(build({ env: 'rc', version: 'v1' }));
  });

  it('takes a partner ID of letters, digits, "-" and "_"', () => {
    expect(build({ partnerId: 'a-B_9' })).toContain('/app/a-B_9/permissions');
  });
});

describe('onboardingUrl', () => {
  it('is used instead of env and version, with nothing appended to its path', () => {
    const onboardingUrl = 'https://hub.example.com/custom';

    expect(build({ onboardingUrl, env: 'rc', version: 'v2' })).toBe(onboardingUrl);
  });

  it('has every {partnerId} replaced', () => {
    const onboardingUrl = 'https://{partnerId}.example.com/on/{partnerId}/x?p={partnerId}';

    expect(build({ onboardingUrl, partnerId: 'abc' })).toBe(
      'https://abc.example.com/on/abc/x?p=abc',
    );
  });

  it('keeps its own query and fragment', () => {
    const onboardingUrl = 'https://hub.example.com/on?a=1&b=%20#part';

    const url = build({ onboardingUrl, queryParameters: { email: 'a@b.c' } });

    expect(url).toBe('https://hub.example.com/on?a=1&b=%20&email=a%40b.c#part');
  });

  it.each([
    'https://hub.example.com/on',
    'http://localhost/on',
    'http://localhost:4600/on',
    'http://127.0.0.1:4600/on',
    'http://[::1]:4600/on',
  ])('may be %s', (onboardingUrl) => {
    expect(build({ onboardingUrl })).toBe(onboardingUrl);
  });
});

describe('parameters', () => {
  it('are sent as they are, also those that nobody knows', () => {
    const queryParameters = {
      email: 'a',
      name: 'b',
      state: 'c',
      redirect_url: 'https://app.example.com',
      next: 'signup',
      partner: 'd',
      plan_selection: 'basic',
      lang: 'de',
      hosting_type: 'onpremise',
      connect_client_user: true,
      client_id: 'e',
      flow: 'f',
      preverified_phone_number_id: '1',
      io_signature: 'ab',
      io_timestamp: 1775653748,
      brand_new: 'g',
    } as const;

    const sent = new URL(build({ queryParameters })).searchParams;

    expect(Object.fromEntries(sent)).toEqual({
      ...queryParameters,
      connect_client_user: 'true',
      io_timestamp: '1775653748',
    });
  });

  it('are percent-encoded once, keys and values', () => {
    const text = 'a&b#c+d ä😀=?/%20';

    const query = queryOf({ queryParameters: { name: text, 'k&ä =': text } });

    const encoded = 'a%26b%23c%2Bd%20%C3%A4%F0%9F%98%80%3D%3F%2F%2520';
    expect(query).toBe(`?name=${encoded}&k%26%C3%A4%20%3D=${encoded}`);
  });

  it('that are empty, null or undefined are left out', () => {
    expect(queryOf({ queryParameters: { email: '', flow: undefined, client_id: null } })).toBe('');
  });

  it('that are 0 or false are sent', () => {
    expect(queryOf({ queryParameters: { a: 0, b: false } })).toBe('?a=0&b=false');
  });

  it('may be missing altogether', () => {
    const queryParameters = null as unknown as undefined;

    expect(queryOf({ queryParameters })).toBe('');
  });

  it('named __proto__ are parameters like others and pollute nothing', () => {
    const queryParameters = JSON.parse('{"__proto__":"x","constructor":"y"}');

    expect(queryOf({ queryParameters })).toBe('?__proto__=x&constructor=y');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('are not changed in the given object', () => {
    const queryParameters = Object.freeze({ number: '+49 30' });

    expect(queryOf({ queryParameters })).toBe('?number=4930');
    expect(queryParameters).toEqual({ number: '+49 30' });
  });
});

describe('the number', () => {
  it.each([
    ['+49 30 123', '4930123'],
    ['0049 30 123', '4930123'],
    ['(+49) 30/123-4', '49301234'],
    ['4930123', '4930123'],
    ['+1 200 300', '1200300'],
    [' (0049) 30 123', '4930123'],
    ['+0049 30 123', '4930123'],
  ])('%s is sent as %s', (requestedNumber, number) => {
    expect(queryOf({ requestedNumber })).toBe(`?number=${number}`);
  });

  it('is requestedNumber rather than the query parameter', () => {
    expect(queryOf({ requestedNumber: '+49 1', queryParameters: { number: '2' } })).toBe(
      '?number=491',
    );
  });

  it('is the query parameter, in the same form, where there is no requestedNumber', () => {
    expect(queryOf({ requestedNumber: '', queryParameters: { number: '+49 2' } })).toBe(
      '?number=492',
    );
  });

  it('is left out when it has no digit', () => {
    expect(queryOf({ requestedNumber: '+' })).toBe('');
  });
});
