import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakePage, waitForEverything } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

/** Errors that the app's own handlers threw: the browser would report them as uncaught. */
let surfaced: unknown[];
const note = (error: unknown) => surfaced.push(error);
let others: NodeJS.UnhandledRejectionListener[];
beforeEach(() => {
  surfaced = [];
  others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', note);
});
afterEach(async () => {
  await settled();
  process.off('unhandledRejection', note);
  for (const other of others) process.on('unhandledRejection', other);
});
/** Node looks for such errors after all that was awaited. Taken before the tests fake it. */
const settled = promisify(setImmediate);

const page = fakePage();
const complete = () =>
  receiveMessage(page.popup.redirect(), { source: page.popup, origin: location.origin });

const bang = () => {
  throw new Error('bang');
};

describe('callbacks', () => {
  it('are the newest ones, while the options of the attempt are those of the click', () => {
    const watched = watchedOnboarding({ queryParameters: { state: 'first' } });
    watched.onboarding.open();
    const newest = vi.fn();

    watched.onboarding.update({
      partnerId: 'another',
      queryParameters: { state: 'second' },
      callback: newest,
    });
    complete();

    expect(newest.mock.calls).toEqual([[expect.objectContaining({ state: 'first' })]]);
    expect(watched.callback).not.toHaveBeenCalled();
  });

  it('may start the next attempt', () => {
    const watched = watchedOnboarding({ onCancel: () => watched.onboarding.open() });
    watched.onboarding.open();

    watched.onboarding.close();

    expect(watched.status).toBe('open');
    expect(page.popups).toHaveLength(2);
    expect(page.popups[1]?.closed).toBe(false);
  });

  it('may reset the store', () => {
    const watched = watchedOnboarding({ callback: () => watched.onboarding.reset() });
    watched.onboarding.open();

    complete();

    expect(watched.status).toBe('idle');
  });

  it('may close an attempt as soon as it is open', () => {
    const onStatusChange = vi.fn((status) => status === 'open' && watched.onboarding.close());
    const watched = watchedOnboarding({ onStatusChange });

    watched.onboarding.open();
    waitForEverything();

    expect(page.popup.closed).toBe(true);
    expect(watched.status).toBe('cancelled');
    expect(watched.onCancel).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('may close an attempt as soon as it is signing', async () => {
    const onStatusChange = vi.fn((status) => status === 'signing' && watched.onboarding.close());
    const fetchIoSignature = () =>
      Promise.resolve({ io_signature: 'ab', io_timestamp: 1775653748 });
    const watched = watchedOnboarding({ onStatusChange, fetchIoSignature });

    watched.onboarding.open();
    await settled();
    waitForEverything();

    expect(page.popup.address).toBe('');
    expect(watched.status).toBe('cancelled');
    expect(watched.onCancel).toHaveBeenCalledTimes(1);
  });

  it('hear the newest status last, also where a listener closes the attempt', () => {
    const watched = watchedOnboarding();
    watched.onboarding.subscribe(() => watched.status === 'open' && watched.onboarding.close());

    watched.onboarding.open();

    expect(watched.statuses).toEqual(['cancelled']);
    expect(watched.onCancel).toHaveBeenCalledTimes(1);
  });

  it('that throw surface, and the attempt is settled all the same', async () => {
    const watched = watchedOnboarding({ callback: bang });
    watched.onboarding.open();

    expect(complete).not.toThrow();
    await settled();

    expect(surfaced).toEqual([new Error('bang')]);
    expect(watched.status).toBe('completed');
    expect(page.popup.closed).toBe(true);
    watched.onboarding.open();
    expect(watched.status).toBe('open');
  });

  it('run although another one threw', async () => {
    const watched = watchedOnboarding({ onStatusChange: bang });

    expect(watched.onboarding.open).not.toThrow();
    complete();
    await settled();

    expect(watched.callback).toHaveBeenCalledTimes(1);
    expect(surfaced).toHaveLength(2);
  });

  it('run although a subscribed listener threw, and so does the attempt', async () => {
    const watched = watchedOnboarding();
    watched.onboarding.subscribe(bang);

    expect(watched.onboarding.open).not.toThrow();
    complete();
    await settled();

    expect(watched.callback).toHaveBeenCalledTimes(1);
    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
  });
});
