import type { OnboardingOptions } from 'react-360dialog-connect/core';
import { describe, expect, it, vi } from 'vitest';
import { fakePage, setHidden, showHub, startNewDocument } from '../helpers/fake-page';
import { broadcast, receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();
const ids = 'client=c&channels=[a]';

function arriveAt(address: string, options: Partial<OnboardingOptions> = {}) {
  history.replaceState(null, '', address);
  const watched = watchedOnboarding(options);
  watched.onboarding.resume();
  return watched;
}

describe('a page that is reloaded while the popup is out', () => {
  /** Leaves what a reload leaves: the storage of the window. */
  const reloaded = (options: Partial<OnboardingOptions> = {}) => {
    const before = watchedOnboarding(options);
    before.onboarding.open();
    showHub();
    const popup = page.popup;
    setHidden(true);
    const kept = { ...sessionStorage };
    before.onboarding.reset();
    for (const [key, value] of Object.entries(kept)) sessionStorage.setItem(key, value);
    setHidden(false);
    startNewDocument();
    return popup;
  };

  it('keeps a record only while it is hidden, so that no copy of the tab gets it', () => {
    const watched = watchedOnboarding();
    watched.onboarding.open();
    expect(sessionStorage.length).toBe(0);

    setHidden(true);
    expect(sessionStorage.length).toBe(1);
    setHidden(false);

    expect(sessionStorage.length).toBe(0);
  });

  it('keeps none while the signature is fetched: the hub was not asked, so no result can come', async () => {
    const signature = { io_signature: 'e19a', io_timestamp: 1_775_653_748 };
    const watched = watchedOnboarding({
      fetchIoSignature: () => new Promise((resolve) => setTimeout(resolve, 1000, signature)),
    });
    watched.onboarding.open();
    setHidden(true);
    await vi.advanceTimersByTimeAsync(900);
    expect([watched.status, sessionStorage.length]).toEqual(['signing', 0]);

    await vi.advanceTimersByTimeAsync(600);

    expect([watched.status, sessionStorage.length]).toEqual(['open', 1]);
  });

  it('resumes the attempt and gets its result, once', () => {
    const popup = reloaded();

    const watched = arriveAt('/app');
    expect(watched.onboarding.getSnapshot()).toMatchObject({ status: 'open', detached: true });
    expect(sessionStorage.length).toBe(0);
    broadcast(popup);
    broadcast(popup);

    expect(watched.statuses).toEqual(['open', 'completed']);
    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
    expect(page.popups).toHaveLength(1);
  });

  it('still binds the result to the state', () => {
    const popup = reloaded();
    const watched = arriveAt('/app');

    broadcast(popup, `?${ids}&state=other`);

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['state_mismatch'] });
  });

  it('resumes for the attempt’s partner only, and only once', () => {
    reloaded();

    const other = arriveAt('/app', { partnerId: 'other' });
    const first = arriveAt('/app');
    const second = arriveAt('/app');

    expect([other.status, first.status, second.status]).toEqual(['idle', 'open', 'idle']);
  });

  it('resumes nothing while the attempt still runs in this very page, though it is hidden', () => {
    const running = watchedOnboarding();
    running.onboarding.open();
    showHub();
    setHidden(true);

    running.onboarding.resume();
    const mounted = arriveAt('/app');
    expect(running.onboarding.getSnapshot().detached).toBe(false);
    expect(mounted.status).toBe('idle');
    receiveMessage(page.popup.redirect(), { source: page.popup });

    expect([running, mounted].map(({ outcomes }) => outcomes.results)).toEqual([1, 0]);
  });

  it.each([
    ['behind', -3_600_000],
    ['ahead', 3_600_000],
  ])('resumes though the start of the page is told an hour %s the clock', (_, offsetMs) => {
    const popup = reloaded();
    const timeOrigin = { value: Date.now() + offsetMs };
    vi.stubGlobal('performance', Object.create(performance, { timeOrigin }));

    const watched = arriveAt('/app');
    broadcast(popup);

    expect(watched.outcomes.results).toBe(1);
  });

  it('resumes nothing of this very page though the clock was set back', () => {
    const running = watchedOnboarding();
    const timeOrigin = { value: Date.now() + 1000 };
    vi.stubGlobal('performance', Object.create(performance, { timeOrigin }));
    running.onboarding.open();
    showHub();
    setHidden(true);

    const mounted = arriveAt('/app');
    page.popup.close();
    broadcast(page.popup);

    expect([running, mounted].map(({ outcomes }) => outcomes.results)).toEqual([1, 0]);
  });

  it('can start a new attempt at once', () => {
    reloaded();
    const watched = arriveAt('/app');

    watched.onboarding.open();

    expect(page.popups).toHaveLength(2);
    expect(watched.onboarding.getSnapshot().detached).toBe(false);
  });

  it('resumes nothing after a day', () => {
    reloaded();
    vi.setSystemTime(Date.now() + 25 * 60 * 60_000);

    expect(arriveAt('/app').status).toBe('idle');
  });

  it('resumes nothing that was not its own', () => {
    sessionStorage.setItem('360dialog-connect:x', 'no JSON');
    sessionStorage.setItem('other', '{}');

    expect(arriveAt('/app').status).toBe('idle');
    expect(sessionStorage.getItem('other')).toBe('{}');
  });
});
