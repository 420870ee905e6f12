import { describe, expect, it } from 'vitest';
import { fakePage } from '../helpers/fake-page';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();

describe('invalid options', () => {
  it('are no matter until open(), which tells onError and opens nothing', () => {
    const watched = watchedOnboarding({ partnerId: '' });
    expect(watched.status).toBe('idle');

    watched.onboarding.open();

    expect(page.open).not.toHaveBeenCalled();
    expect(watched.outcomes.errors).toEqual(['invalid_options']);
    expect(watched.onboarding.getSnapshot()).toMatchObject({
      status: 'failed',
      error: { code: 'invalid_options' },
    });
    expect(sessionStorage.length).toBe(0);
  });

  it.each([
    ['a foreign http redirect_url', { queryParameters: { redirect_url: 'http://a.example/r' } }],
    [
      'a redirect_url with credentials',
      { queryParameters: { redirect_url: 'https://u:p@a.example/r' } },
    ],
    [
      'a redirect_url with a fragment',
      { queryParameters: { redirect_url: 'https://a.example/#r' } },
    ],
    [
      'a redirect_url with a parameter of the hub’s',
      { queryParameters: { redirect_url: 'https://a.example/r?state=1' } },
    ],
    ['"*" in redirectOrigins', { redirectOrigins: ['*'] }],
    ['"null" in redirectOrigins', { redirectOrigins: ['null'] }],
    ['a wildcard in redirectOrigins', { redirectOrigins: ['https://*.example.com'] }],
    ['plain http in redirectOrigins', { redirectOrigins: ['http://app.example.com'] }],
    ['a lone surrogate in the state', { queryParameters: { state: '\ud800' } }],
  ])('like %s are refused before a window opens', (_what, options) => {
    const watched = watchedOnboarding(options);

    watched.onboarding.open();

    expect(watched.outcomes.errors).toEqual(['invalid_options']);
    expect(page.open).not.toHaveBeenCalled();
  });

  it('that were corrected do not stop the next open()', () => {
    const watched = watchedOnboarding({ partnerId: '' });
    watched.onboarding.open();

    watched.onboarding.update({ partnerId: 'aAbBcCPA', callback: watched.callback });
    watched.onboarding.open();

    expect(watched.status).toBe('open');
  });
});
