import { describe, expect, it, vi } from 'vitest';
import { fakePage, waitForEverything } from '../helpers/fake-page';
import { watchedOnboarding } from '../helpers/onboarding';
import { comeBack, leavablePage, leave, unbound } from '../helpers/whole-page';

const page = fakePage();
const markKey = '360dialog-connect';
const hub = /^https:\/\/hub\.360dialog\.com\/dashboard\/app\/aAbBcCPA\/permissions\?state=./;
const ids = 'client=c&channels=[a]';

const assign = leavablePage();

describe('display "redirect"', () => {
  it('goes to the hub in this window', () => {
    const { watched } = leave();

    expect(page.open).not.toHaveBeenCalled();
    expect(assign().mock.calls).toEqual([[expect.stringMatching(hub)]]);
    expect(watched.statuses).toEqual(['open']);
    expect(sessionStorage.getItem(markKey)).toContain('"required":true');
  });

  it('fetches the signature before', async () => {
    const io_signature = 'abc';
    leave({ fetchIoSignature: async () => ({ io_signature, io_timestamp: 1775653748 }) });
    expect(assign()).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(0);

    expect(assign().mock.lastCall?.[0]).toContain('io_signature=abc&io_timestamp=1775653748');
  });

  it('is cancelled when the client comes back by the browser’s cache', () => {
    const { watched } = leave();

    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

    expect(watched.outcomes).toEqual({ results: 0, cancels: 1, errors: [] });
    expect(sessionStorage.getItem(markKey)).toContain('"required":true');
  });

  it.each(['close', 'reset'] as const)('that was ended by %s() brings no result', (end) => {
    const { watched, state } = leave();

    watched.onboarding[end]();
    expect(sessionStorage.length).toBe(0);
    const back = unbound(() => comeBack(`?${ids}&state=${state}`));

    expect(back.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
  });

  it('keeps its mark where onError starts it for a blocked popup', () => {
    page.open.mockReturnValue(null);
    let state = '';
    watchedOnboarding({ onError: () => ({ state } = leave()) }).onboarding.open();
    waitForEverything();

    const back = comeBack(`?${ids}&state=${state}`);

    expect(back.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
  });

  it('that ran out of time leaves no mark', () => {
    leave({ timeout: 5000 });

    vi.advanceTimersByTime(5001);

    expect(sessionStorage.length).toBe(0);
  });
});

describe('display "auto"', () => {
  it('opens a popup where the browser allows it', () => {
    const watched = watchedOnboarding({ display: 'auto' });

    watched.onboarding.open();

    expect(page.popups).toHaveLength(1);
    expect(assign()).not.toHaveBeenCalled();
    expect(watched.status).toBe('open');
  });

  it('goes to the hub in this window where it does not', () => {
    page.open.mockReturnValue(null);
    const watched = watchedOnboarding({ display: 'auto' });

    watched.onboarding.open();
    waitForEverything();

    expect(assign().mock.calls).toEqual([[expect.stringMatching(hub)]]);
    expect(watched.outcomes.errors).toEqual([]);
    expect(sessionStorage.getItem(markKey)).toContain('"required":true');
  });
});
