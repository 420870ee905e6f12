import { describe, expect, it, vi } from 'vitest';
import { FakeBroadcastChannel } from '../helpers/fake-broadcast-channel';
import { countListeners, fakePage, setHidden, showHub } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();

/** Counts what an attempt could leave behind. */
function countRemains(): () => object {
  const listeners = countListeners();
  return () => {
    vi.advanceTimersByTime(1); // jsdom tells of storage by timers.
    return {
      listeners: listeners(),
      timers: vi.getTimerCount(),
      channels: FakeBroadcastChannel.openChannels.size,
      keys: sessionStorage.length + localStorage.length,
    };
  };
}
const nothing = { listeners: 0, timers: 0, channels: 0, keys: 0 };
const complete = (query?: string) =>
  receiveMessage(page.popup.redirect(query), { source: page.popup });
const fetchIoSignature = () => new Promise<never>(() => {});

describe('nothing outlives an attempt', () => {
  it.each([
    ['completed', {}, () => complete()],
    ['completed at the hub', {}, () => [showHub(), complete()]],
    ['failed by an unreadable result', {}, () => complete('client=&channels=[]')],
    ['failed by a timeout', { timeout: 5000 }, () => vi.advanceTimersByTime(5000)],
    ['completed before its timeout', { timeout: 5000 }, () => complete()],
    [
      'closed by the client while signing',
      { fetchIoSignature },
      () => [page.popup.close(), vi.advanceTimersByTime(1000)],
    ],
    ['completed in a page that is hidden', {}, () => [setHidden(true), complete()]],
  ])('that %s', (_how, options, end) => {
    const remains = countRemains();
    const watched = watchedOnboarding(options);
    watched.onboarding.open();
    expect(remains()).not.toEqual(nothing);

    end();

    expect(watched.status).toMatch(/completed|failed|cancelled/);
    expect(remains()).toEqual(nothing);
  });

  it.each(['close', 'reset'] as const)('that was ended by %s(), 50 times', (end) => {
    const remains = countRemains();
    const { onboarding } = watchedOnboarding();

    for (let i = 0; i < 50; i++) {
      onboarding.open();
      vi.advanceTimersByTime((i % 5) * 200);
      onboarding[end]();
    }

    expect(page.popups).toHaveLength(50);
    expect(remains()).toEqual(nothing);
  });

  it('but its listener and channel, when its window was closed', () => {
    const { onboarding } = watchedOnboarding();
    onboarding.open();
    showHub();
    const remains = countRemains();

    page.popup.closed = true;
    vi.advanceTimersByTime(2500);

    expect(remains()).toEqual({ ...nothing, channels: 1 });
  });
});

describe('timeout', () => {
  it('fails the attempt once and closes the popup', () => {
    const watched = watchedOnboarding({ timeout: 5000 });
    watched.onboarding.open();

    vi.advanceTimersByTime(4999);
    expect(watched.status).toBe('open');
    vi.advanceTimersByTime(60_000);

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['timeout'] });
    expect(page.popup.closed).toBe(true);
  });

  it('runs while signing, too, and aborts that', () => {
    const fetchIoSignature = vi.fn((_: { signal: AbortSignal }) => new Promise<never>(() => {}));
    const watched = watchedOnboarding({ timeout: 5000, fetchIoSignature });
    watched.onboarding.open();

    vi.advanceTimersByTime(5000);

    expect(watched.outcomes.errors).toEqual(['timeout']);
    expect(fetchIoSignature.mock.calls[0]?.[0].signal.aborted).toBe(true);
  });

  it.each([undefined, 0, Number.POSITIVE_INFINITY, Number.NaN, 2 ** 31])(
    'of %s never fails an attempt',
    (timeout) => {
      const watched = watchedOnboarding({ timeout: timeout as number });
      watched.onboarding.open();

      vi.advanceTimersByTime(24 * 60 * 60_000);

      expect(watched.status).toBe('open');
    },
  );
});
