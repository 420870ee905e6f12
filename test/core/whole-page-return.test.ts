import { describe, expect, it, vi } from 'vitest';
import { fakePage, startNewDocument, waitForEverything } from '../helpers/fake-page';
import { watchedOnboarding } from '../helpers/onboarding';
import { comeBack, leavablePage, leave, unbound } from '../helpers/whole-page';

fakePage();
const markKey = '360dialog-connect';
const ids = 'client=c&channels=[a]';

leavablePage();

describe('the return of the whole page', () => {
  it('completes in place, once', () => {
    const { state } = leave();

    const watched = comeBack(`?${ids}&state=${state}`);
    watched.onboarding.resume();
    waitForEverything();

    expect(watched.callback.mock.calls).toEqual([[{ client: 'c', channels: ['a'] }]]);
    expect(watched.statuses).toEqual(['completed']);
    expect(sessionStorage.length).toBe(0);
  });

  it.each([
    ['completed', ''],
    ['failed', 'other'],
  ])('stays %s though a popup of the same partner was out, too', (status, wrong) => {
    const { state } = leave();
    const id = '360dialog-connect:popup';
    const kept = { id, partnerId: 'aAbBcCPA', time: Date.now() - 1000, state: 's', own: true };
    sessionStorage.setItem(id, JSON.stringify(kept));
    startNewDocument();

    const watched = comeBack(`?${ids}&state=${state}${wrong}`);
    watched.onboarding.resume();
    const other = comeBack('');

    expect(watched.statuses).toEqual([status]);
    expect(other.statuses).toEqual(['open']);
  });

  it('cleans the address of our parameters and keeps all others to the letter', () => {
    const { state } = leave();

    comeBack(`?x=a+b%20c&client=c&y&channels=%5Ba%5D&state=${state}&revoked=[b]&z=%C3%A4#top`);

    expect(location.href).toBe(`${location.origin}/app?x=a+b%20c&y&z=%C3%A4#top`);
    expect(history.state).toEqual({ router: 1 });
  });

  it('keeps a parameter whose name only looks like ours', () => {
    const { state } = leave();

    comeBack(`?x=1&?state=mine&xclient=2&${ids}&state=${state}`);

    expect(location.search).toBe('?x=1&?state=mine&xclient=2');
  });

  it('completes, once, where the browser lets nobody change the address', () => {
    const { state } = leave();
    const replaceState = history.replaceState.bind(history);
    vi.spyOn(history, 'replaceState').mockImplementation((...args) => {
      if (!String(args[2]).includes('client=')) throw new DOMException('often', 'SecurityError');
      replaceState(...args);
    });

    const watched = comeBack(`?${ids}&state=${state}`);
    watched.onboarding.resume();

    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
    expect(location.search).toContain('client=c');
    expect(sessionStorage.length).toBe(0);
    vi.mocked(history.replaceState).mockRestore();
  });

  it('leaves a bare path when there were only our parameters', () => {
    const { state } = leave();

    comeBack(`?${ids}&state=${state}`);

    expect(location.href).toBe(`${location.origin}/app`);
  });

  it('brings the caller’s state', () => {
    leave({ queryParameters: { state: 'mine+1' } });

    const watched = comeBack(`?${ids}&state=mine%2B1`);

    expect(watched.callback.mock.lastCall?.[0].state).toBe('mine+1');
  });

  it('fails with state_mismatch when the state is another', () => {
    leave();

    const watched = comeBack(`?${ids}&state=other`);

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['state_mismatch'] });
    expect(sessionStorage.length).toBe(0);
    expect(location.search).toBe('');
  });

  it('fails with state_mismatch when the state is missing: nothing else binds such a link', () => {
    leave({ queryParameters: { state: 'mine' } });

    const watched = comeBack(`?${ids}`);

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['state_mismatch'] });
  });

  it('fails with invalid_redirect when the result is unreadable', () => {
    leave();

    const watched = comeBack('?client=&channels=[a]');

    expect(watched.outcomes.errors).toEqual(['invalid_redirect']);
  });

  it('goes to the first with the attempt’s partner, and to nobody else', () => {
    const { state } = leave();

    const other = comeBack(`?${ids}&state=${state}`, { partnerId: 'other' });
    const first = comeBack(`?${ids}&state=${state}`);
    const second = watchedOnboarding();
    second.onboarding.resume();

    expect([other, first, second].map(({ outcomes }) => outcomes.results)).toEqual([0, 1, 0]);
  });

  it('without a result leaves page and mark untouched', () => {
    leave();

    const watched = comeBack('?client=c&state=x');
    waitForEverything();

    expect(watched.status).toBe('idle');
    expect(location.search).toBe('?client=c&state=x');
    expect(sessionStorage.getItem(markKey)).toContain('"required":true');
  });

  it('after more than a day is nobody’s', () => {
    const { state } = leave();
    vi.setSystemTime(Date.now() + 25 * 60 * 60_000);

    const watched = unbound(() => comeBack(`?${ids}&state=${state}`));

    expect(watched.status).toBe('idle');
  });
});
