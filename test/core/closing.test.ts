import { describe, expect, it, vi } from 'vitest';
import { fakePage, setHidden, showHub, waitForEverything } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();
const opened = (options?: Parameters<typeof watchedOnboarding>[0]) => {
  const watched = watchedOnboarding(options);
  watched.onboarding.open();
  return watched;
};
const canceled = { results: 0, cancels: 1, errors: [] };

describe('a popup that the client closes on the hub', () => {
  it('cancels within 2.5 s, once', () => {
    const watched = opened();
    showHub();

    page.popup.closed = true;
    vi.advanceTimersByTime(2500);

    expect(watched.status).toBe('cancelled');
    expect(watched.onboarding.getSnapshot().detached).toBe(false);
    waitForEverything();
    expect(watched.outcomes).toEqual(canceled);
  });

  it('does not cancel in the grace time of 1.5 s, in which a result still counts', () => {
    const watched = opened();
    showHub();

    page.popup.closed = true;
    vi.advanceTimersByTime(1450);
    expect(watched.status).toBe('open');
    receiveMessage(page.popup.redirect(), { source: page.popup });
    waitForEverything();

    expect(watched.statuses).toEqual(['open', 'completed']);
    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
  });

  it.each(['focus', 'pageshow'])('is noticed on %s, not only at the next look', (type) => {
    const watched = opened();
    showHub();
    page.popup.closed = true;

    window.dispatchEvent(new Event(type));
    vi.advanceTimersByTime(1500);

    expect(watched.status).toBe('cancelled');
  });

  it('is noticed when the page is visible again', () => {
    const watched = opened();
    showHub();
    page.popup.closed = true;

    setHidden(false);
    vi.advanceTimersByTime(1500);

    expect(watched.status).toBe('cancelled');
  });

  it('is never taken for closed while it is open', () => {
    const watched = opened();

    vi.advanceTimersByTime(3 * 60 * 60_000);

    expect(watched.onboarding.getSnapshot()).toMatchObject({ status: 'open', detached: false });
    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
  });

  it('is not read any more once its handle proved good', () => {
    opened();
    showHub();
    const { readings } = page.popup;

    waitForEverything();

    expect(page.popup.readings).toBe(readings);
    expect(readings).toBeGreaterThan(0);
  });
});
