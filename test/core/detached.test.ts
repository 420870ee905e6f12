import { describe, expect, it, vi } from 'vitest';
import { fakePage, showHub, waitForEverything } from '../helpers/fake-page';
import { broadcast, receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();
const opened = (options?: Parameters<typeof watchedOnboarding>[0]) => {
  const watched = watchedOnboarding(options);
  watched.onboarding.open();
  return watched;
};
const canceled = { results: 0, cancels: 1, errors: [] };

describe('a popup that the browser cuts off before its handle proved good', () => {
  const detached = (options?: Parameters<typeof watchedOnboarding>[0]) => {
    const watched = opened(options);
    vi.advanceTimersByTime(300);
    page.popup.sever();
    vi.advanceTimersByTime(300);
    return watched;
  };

  it('is detached, not cancelled', () => {
    const watched = detached();

    waitForEverything();

    expect(watched.onboarding.getSnapshot()).toEqual({
      status: 'open',
      runId: expect.any(String),
      result: null,
      error: null,
      detached: true,
    });
    expect(watched.statuses).toEqual(['open']);
    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
  });

  it('is detached although one reading was good', () => {
    const watched = opened();
    vi.advanceTimersByTime(270);

    page.popup.sever();
    waitForEverything();

    expect(watched.onboarding.getSnapshot().detached).toBe(true);
  });

  it('is not watched any more', () => {
    detached();
    const look = vi.fn(() => true);
    Object.defineProperty(page.popup, 'closed', { get: look });

    vi.advanceTimersByTime(60_000);

    expect(look).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(1); // It does not last for ever.
  });

  it.each([
    ['30 minutes', {}, 1_800_000],
    ['abandonAfter', { abandonAfter: 5000 }, 5000],
  ])('is cancelled after %s, once, and a late result still counts', (_when, options, ms) => {
    const watched = detached(options);
    vi.advanceTimersByTime(ms - 301);
    expect(watched.status).toBe('open');

    vi.advanceTimersByTime(301);
    expect(watched.outcomes).toEqual(canceled);
    vi.advanceTimersByTime(24 * 60 * 60_000);
    broadcast(page.popup);

    expect(watched.statuses).toEqual(['open', 'cancelled', 'completed']);
    expect(watched.outcomes).toEqual({ results: 1, cancels: 1, errors: [] });
  });

  it.each([0, 2e9, Number.POSITIVE_INFINITY])(
    'lasts for ever with abandonAfter %d',
    (abandonAfter) => {
      const watched = detached({ abandonAfter });

      vi.advanceTimersByTime(24 * 60 * 60_000);

      expect(watched.status).toBe('open');
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it('still brings its result', () => {
    const watched = detached();
    waitForEverything();

    broadcast(page.popup);

    expect(watched.onboarding.getSnapshot()).toMatchObject({
      status: 'completed',
      detached: false,
    });
    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
  });

  it('is cancelled by close(), and brings nothing then', () => {
    const watched = detached();

    watched.onboarding.close();
    broadcast(page.popup);

    expect(watched.onboarding.getSnapshot()).toMatchObject({
      status: 'cancelled',
      detached: false,
    });
    expect(watched.outcomes).toEqual(canceled);
  });

  it('makes open() start a new attempt, without an outcome for the old one', () => {
    const watched = detached();

    watched.onboarding.open();

    expect(page.popups).toHaveLength(2);
    expect(watched.onboarding.getSnapshot()).toMatchObject({ status: 'open', detached: false });
    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
  });

  it('still brings its result while a new attempt runs, which goes on', () => {
    const watched = detached();
    const old = page.popup;
    watched.onboarding.open();
    showHub();

    broadcast(old, old.redirect('client=late&channels=[a]'));
    expect(watched.status).toBe('open');
    receiveMessage(page.popup.redirect(), { source: page.popup });
    broadcast(old);

    const clients = watched.callback.mock.calls.map(([{ client }]) => client);
    expect(clients).toEqual(['late', 'oaY9LLfUCL']);
    expect(watched.status).toBe('completed');
  });

  it('fails with timeout where one was set', () => {
    const watched = detached({ timeout: 10_000 });

    vi.advanceTimersByTime(10_000);

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['timeout'] });
  });
});

describe('a popup that the client closes before the hub ever showed', () => {
  it.each([0, 100, 260, 400])(
    'after %i ms looks like one that was cut off, and is not for ever',
    (ms) => {
      const watched = opened({ abandonAfter: 60_000 });
      vi.advanceTimersByTime(ms);

      page.popup.close();
      vi.advanceTimersByTime(1000);
      expect(watched.onboarding.getSnapshot()).toMatchObject({ status: 'open', detached: true });
      vi.advanceTimersByTime(60_000);

      expect(watched.outcomes).toEqual(canceled);
      expect(watched.onboarding.getSnapshot()).toMatchObject({
        status: 'cancelled',
        detached: false,
      });
    },
  );
});

describe('a late result', () => {
  const cancelled = () => {
    const watched = opened();
    showHub();
    page.popup.sever();
    vi.advanceTimersByTime(2500);
    expect(watched.outcomes).toEqual(canceled);
    return watched;
  };

  it('still completes an attempt that its window seemed to cancel, once', () => {
    const watched = cancelled();

    vi.advanceTimersByTime(60 * 60_000);
    broadcast(page.popup);
    broadcast(page.popup);

    expect(watched.statuses).toEqual(['open', 'cancelled', 'completed']);
    expect(watched.outcomes).toEqual({ results: 1, cancels: 1, errors: [] });
  });

  it('that is unreadable does nothing', () => {
    const watched = cancelled();

    broadcast(page.popup, '?client=&channels=[a]');

    expect(watched.status).toBe('cancelled');
    expect(watched.outcomes).toEqual(canceled);
  });

  it('never comes after reset()', () => {
    const watched = cancelled();

    watched.onboarding.reset();
    broadcast(page.popup);

    expect(watched.status).toBe('idle');
    expect(watched.outcomes).toEqual(canceled);
  });

  it('is waited for by at most five attempts of a page; the oldest is dropped', () => {
    const all = Array.from({ length: 6 }, () => ({ watched: cancelled(), popup: page.popup }));

    for (const { popup } of all) broadcast(popup);

    expect(all.map(({ watched }) => watched.outcomes.results)).toEqual([0, 1, 1, 1, 1, 1]);
  });
});
