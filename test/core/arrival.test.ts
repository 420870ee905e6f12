import type { OnboardingOptions } from 'react-360dialog-connect/core';
import { describe, expect, it, vi } from 'vitest';
import { fakePage, waitForEverything } from '../helpers/fake-page';
import { watchedOnboarding } from '../helpers/onboarding';

fakePage();
const ids = 'client=c&channels=[a]';
const unsolicited = `/app?x=1&${ids}&state=s#top`;

function arriveAt(address: string, options: Partial<OnboardingOptions> = {}) {
  history.replaceState(null, '', address);
  const watched = watchedOnboarding(options);
  watched.onboarding.resume();
  return watched;
}

describe('a page without a result', () => {
  it.each(['/app', '/app?client=c', '/app?x=1#y', '/app?channels=[a]'])(
    'like %s is left alone',
    (address) => {
      const watched = arriveAt(address, { allowUnsolicited: true });
      waitForEverything();

      expect(watched.status).toBe('idle');
      expect(location.href).toBe(location.origin + address);
    },
  );
});

describe('a result that no attempt of this browser asked for', () => {
  const expectSilence = (watched: ReturnType<typeof arriveAt>) => {
    expect(watched.statuses).toEqual([]);
    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
    expect(location.href).toBe(location.origin + unsolicited);
  };
  const mockWarn = () => vi.spyOn(console, 'warn').mockImplementation(() => {});

  it.each([
    ['in production', { env: { NODE_ENV: 'production' } }],
    ['in a script that nobody bundled', undefined],
  ])('gives no hint %s', (_where, process) => {
    vi.stubGlobal('process', process);

    expectSilence(arriveAt(unsolicited));
  });

  it('does nothing, but hints once in the console at allowUnsolicited', () => {
    const warn = mockWarn();

    const watched = arriveAt(unsolicited);
    waitForEverything();

    expectSilence(watched);
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/allowUnsolicited/)]]);
    expect(String(warn.mock.calls)).not.toMatch(/client=c|\[a\]/);
    warn.mockClear();
  });

  it('hints once per page, however many buttons it has and however often they mount', () => {
    const warn = mockWarn();

    const first = arriveAt(unsolicited);
    first.onboarding.resume();
    arriveAt(unsolicited);

    expect(warn.mock.calls.length).toBeLessThanOrEqual(1);
    warn.mockClear();
  });

  it('does nothing in a page that another window opened, which stays open', () => {
    const warn = mockWarn();
    const opener = { postMessage: vi.fn() };
    const close = vi.spyOn(window, 'close').mockImplementation(() => {});
    vi.stubGlobal('opener', opener);

    const watched = arriveAt(unsolicited);
    waitForEverything();

    expectSilence(watched);
    expect(opener.postMessage.mock.calls.map(([, target]) => target)).toEqual(['/']);
    expect(close).not.toHaveBeenCalled();
    expect(document.body.textContent).toBe('');
    warn.mockClear();
  });

  it('does not touch an attempt that is pending in this page', () => {
    const warn = mockWarn();
    const watched = watchedOnboarding({ queryParameters: { state: 's' } });
    watched.onboarding.open();

    history.replaceState(null, '', unsolicited);
    watched.onboarding.resume();

    expect(watched.status).toBe('open');
    expect(watched.outcomes.results).toBe(0);
    warn.mockClear();
  });

  it('completes with allowUnsolicited, once, and is cleaned away', () => {
    const watched = arriveAt(unsolicited, { allowUnsolicited: true });
    watched.onboarding.resume();
    waitForEverything();

    expect(watched.callback.mock.calls).toEqual([[{ client: 'c', channels: ['a'], state: 's' }]]);
    expect(watched.statuses).toEqual(['completed']);
    expect(location.href).toBe(`${location.origin}/app?x=1#top`);
  });

  it('goes to the first that allows it', () => {
    const first = arriveAt(unsolicited, { allowUnsolicited: true });
    const second = watchedOnboarding({ allowUnsolicited: true });
    second.onboarding.resume();

    expect([first, second].map(({ outcomes }) => outcomes.results)).toEqual([1, 0]);
  });

  it('is accepted with allowUnsolicited after the page’s opener had its chance', () => {
    vi.stubGlobal('opener', { postMessage: vi.fn() });

    const watched = arriveAt(unsolicited, { allowUnsolicited: true });
    expect(watched.status).toBe('idle');
    vi.advanceTimersByTime(1500);

    expect(watched.status).toBe('completed');
  });

  it('that is unreadable does nothing, with allowUnsolicited too', () => {
    const watched = arriveAt('/app?client=&channels=[a]', { allowUnsolicited: true });

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
    expect(location.search).toBe('?client=&channels=[a]');
  });
});
