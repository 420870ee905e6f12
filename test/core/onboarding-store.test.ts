import { createOnboarding } from 'react-360dialog-connect/core';
import { describe, expect, it, vi } from 'vitest';
import { fakePage, showHub, waitForEverything } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();
const complete = () =>
  receiveMessage(page.popup.redirect(), { source: page.popup, origin: location.origin });
const never = () => new Promise<never>(() => {});
const idle = { status: 'idle', runId: null, result: null, error: null, detached: false };
const runId = expect.stringMatching(/^[\d-]{4,}$/);

/** A store that is in a status, with the calls until then forgotten. */
function inStatus(status: string) {
  const watched = watchedOnboarding({
    ...(status === 'preparing' && { prepare: never }),
    ...(status === 'signing' && { fetchIoSignature: never }),
    ...(status === 'failed' && { timeout: 5000 }),
  });
  if (status !== 'idle') watched.onboarding.open();
  if (status === 'completed') complete();
  if (status === 'cancelled') watched.onboarding.close();
  if (status === 'failed') vi.advanceTimersByTime(5000);
  expect(watched.status).toBe(status);
  for (const mock of [watched.callback, watched.onCancel, watched.onError]) mock.mockClear();
  watched.onStatusChange.mockClear();
  page.open.mockClear();
  return watched;
}

const quiet = { results: 0, cancels: 0, errors: [] };

describe.each(['idle', 'completed', 'cancelled', 'failed'])('in %s', (status) => {
  it('open() starts an attempt', () => {
    const watched = inStatus(status);

    watched.onboarding.open();

    expect(page.open).toHaveBeenCalledTimes(1);
    expect(watched.onboarding.getSnapshot()).toEqual({ ...idle, runId, status: 'open' });
    expect(watched.statuses).toEqual(['open']);
    expect(watched.outcomes).toEqual(quiet);
  });

  it('close() does nothing', () => {
    const watched = inStatus(status);
    const before = watched.onboarding.getSnapshot();

    watched.onboarding.close();

    expect(watched.onboarding.getSnapshot()).toBe(before);
    expect(watched.outcomes).toEqual(quiet);
    expect(watched.statuses).toEqual([]);
  });

  it('reset() goes to idle without a word', () => {
    const watched = inStatus(status);

    watched.onboarding.reset();

    expect(watched.onboarding.getSnapshot()).toEqual(idle);
    expect(watched.outcomes).toEqual(quiet);
    expect(watched.statuses).toEqual(status === 'idle' ? [] : ['idle']);
  });
});

describe.each(['preparing', 'signing', 'open'])('in %s', (status) => {
  it('open() focuses the popup', () => {
    const watched = inStatus(status);

    watched.onboarding.open();

    expect(page.open).not.toHaveBeenCalled();
    expect(page.popup.focus).toHaveBeenCalledTimes(1);
    expect(watched.status).toBe(status);
  });

  it('close() cancels, once', () => {
    const watched = inStatus(status);

    watched.onboarding.close();
    watched.onboarding.close();
    waitForEverything();

    expect(page.popup.closed).toBe(true);
    expect(watched.onboarding.getSnapshot()).toEqual({ ...idle, runId, status: 'cancelled' });
    expect(watched.outcomes).toEqual({ results: 0, cancels: 1, errors: [] });
    expect(watched.statuses).toEqual(['cancelled']);
  });

  it('reset() closes the popup and goes to idle without onCancel', () => {
    const watched = inStatus(status);

    watched.onboarding.reset();
    waitForEverything();

    expect(page.popup.closed).toBe(true);
    expect(watched.onboarding.getSnapshot()).toEqual(idle);
    expect(watched.outcomes).toEqual(quiet);
  });

  it('focus() focuses the popup', () => {
    const watched = inStatus(status);

    watched.onboarding.focus();

    expect(page.popup.focus).toHaveBeenCalledTimes(1);
  });
});

describe('an attempt whose popup the client has just closed', () => {
  it('does not deaden the button: open() starts a new one, and a late result still counts', () => {
    const watched = inStatus('open');
    showHub();
    const { popup } = page;
    popup.close();

    watched.onboarding.open();

    expect(page.open).toHaveBeenCalledTimes(1);
    expect(page.popup).not.toBe(popup);
    expect(watched.status).toBe('open');
    receiveMessage(popup.redirect(), { source: popup });
    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
    expect(watched.status).toBe('open');
  });
});

describe('a completed attempt', () => {
  it('tells the result once and shows it', () => {
    const watched = watchedOnboarding();
    watched.onboarding.open();
    showHub();

    complete();
    waitForEverything();

    const result = { client: 'oaY9LLfUCL', channels: ['y9MiLoCH', 'Ab12CH'] };
    expect(watched.callback.mock.calls).toEqual([[result]]);
    expect(watched.onboarding.getSnapshot()).toEqual({
      ...idle,
      runId,
      status: 'completed',
      result,
    });
    expect(watched.statuses).toEqual(['open', 'completed']);
    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
    expect(page.popup.closed).toBe(true);
  });

  it('leaves the address of the app alone', () => {
    history.replaceState({ mine: 1 }, '', '/app?x=1#y');
    watchedOnboarding().onboarding.open();

    complete();

    expect(location.href).toBe(`${location.origin}/app?x=1#y`);
    expect(history.state).toEqual({ mine: 1 });
  });
});

describe('the store', () => {
  it('gives the same snapshot until something changes, and another one then', () => {
    const { onboarding } = watchedOnboarding();
    const before = onboarding.getSnapshot();
    expect(onboarding.getSnapshot()).toBe(before);

    onboarding.open();

    const after = onboarding.getSnapshot();
    expect(after).not.toBe(before);
    expect(onboarding.getSnapshot()).toBe(after);
    expect(before).toEqual(idle);
  });

  it('runs subscribed listeners after every change, until they unsubscribe', () => {
    const { onboarding } = watchedOnboarding();
    const listener = vi.fn();
    const unsubscribe = onboarding.subscribe(listener);

    onboarding.open();
    expect(listener).toHaveBeenCalledTimes(1);
    unsubscribe();
    onboarding.close();

    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('can be made where there is no window', () => {
    vi.stubGlobal('window', undefined);

    const { getSnapshot } = createOnboarding({ partnerId: '', callback: () => {} });

    expect(getSnapshot()).toEqual(idle);
  });
});
