import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakePage, waitForEverything } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';
import { signature, signingEndpoint } from '../helpers/signing-endpoint';

const page = fakePage();

describe('fetchIoSignature', () => {
  it('is called once per attempt, after the popup is open, never before the click', () => {
    const { fetchIoSignature } = signingEndpoint();
    const watched = watchedOnboarding({ fetchIoSignature });
    expect(fetchIoSignature).not.toHaveBeenCalled();

    watched.onboarding.open();
    watched.onboarding.open();

    expect(fetchIoSignature.mock.calls).toEqual([
      [{ partnerId: 'aAbBcCPA', runId: expect.any(String), signal: expect.any(AbortSignal) }],
    ]);
    expect(page.open.mock.invocationCallOrder[0]).toBeLessThan(
      fetchIoSignature.mock.invocationCallOrder[0] ?? 0,
    );
    expect(page.popup.address).toBe('');
    expect(watched.statuses).toEqual(['signing']);
  });

  it('sends the popup to the hub with the signature, however long it takes', async () => {
    const { fetchIoSignature, answer } = signingEndpoint();
    const watched = watchedOnboarding({ fetchIoSignature });
    watched.onboarding.open();
    waitForEverything();

    await answer(signature);

    const sent = Object.fromEntries(new URL(page.popup.address).searchParams);
    expect(sent).toEqual({
      io_signature: signature.io_signature,
      io_timestamp: '1775653748',
      state: expect.any(String),
    });
    expect(page.popup.location.replace).toHaveBeenCalledTimes(1);
    expect(watched.statuses).toEqual(['signing', 'open']);
  });

  it('beats a signature in queryParameters', async () => {
    const { fetchIoSignature, answer } = signingEndpoint();
    const queryParameters = { io_signature: 'old', io_timestamp: '1' };
    watchedOnboarding({ fetchIoSignature, queryParameters }).onboarding.open();

    await answer(signature);

    const { searchParams } = new URL(page.popup.address);
    expect(searchParams.getAll('io_signature')).toEqual([signature.io_signature]);
    expect(searchParams.getAll('io_timestamp')).toEqual(['1775653748']);
  });

  it('is asked anew for the next attempt', async () => {
    const { fetchIoSignature, refuse } = signingEndpoint();
    const watched = watchedOnboarding({ fetchIoSignature });
    watched.onboarding.open();
    await refuse(new Error('500'));

    watched.onboarding.open();

    expect(fetchIoSignature).toHaveBeenCalledTimes(2);
    expect(watched.statuses).toEqual(['signing', 'failed', 'signing']);
  });
});

it('a result that comes before the hub was asked is ignored', async () => {
  const { fetchIoSignature, answer } = signingEndpoint();
  const watched = watchedOnboarding({ fetchIoSignature });
  watched.onboarding.open();

  receiveMessage('?client=c&channels=[a]', { source: page.popup });
  await answer(signature);

  expect(watched.statuses).toEqual(['signing', 'open']);
  expect(watched.callback).not.toHaveBeenCalled();
});

describe('a state that the server minted', () => {
  const minted = { ...signature, state: 'minted+1' };
  const open = async () => {
    const { fetchIoSignature, answer } = signingEndpoint();
    const watched = watchedOnboarding({ fetchIoSignature, queryParameters: { state: 'app' } });
    watched.onboarding.open();
    await answer(minted);
    return watched;
  };
  const answer = (query: string) =>
    receiveMessage(`?client=c&channels=[a]${query}`, { source: page.popup });

  it('goes to the hub in place of the app’s and comes back in the result', async () => {
    const watched = await open();
    expect(new URL(page.popup.address).searchParams.getAll('state')).toEqual(['minted+1']);

    answer('&state=minted%2B1');

    expect(watched.callback.mock.lastCall?.[0].state).toBe('minted+1');
  });

  it.each([
    ['missing', ''],
    ['the app’s', '&state=app'],
    ['another', '&state=minted'],
  ])('is refused with state_mismatch when the result’s is %s', async (_which, query) => {
    const watched = await open();

    answer(query);

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['state_mismatch'] });
  });
});

describe('a signature in queryParameters', () => {
  const given = (io_signature: string) => ({
    queryParameters: { io_signature, io_timestamp: '1775653748' },
  });

  it('goes to the hub, in the click', () => {
    watchedOnboarding(given('first')).onboarding.open();

    expect(page.popup.address).toMatch(/io_signature=first&io_timestamp=1775653748/);
  });

  it('starts one onboarding only: the next open() names fetchIoSignature and opens nothing', () => {
    const watched = watchedOnboarding(given('once'));
    watched.onboarding.open();
    watched.onboarding.close();

    watched.onboarding.open();

    expect(page.popups).toHaveLength(1);
    expect(watched.outcomes).toEqual({ results: 0, cancels: 1, errors: ['signature_failed'] });
    const text = watched.onboarding.getSnapshot().error?.message;
    expect(text).toMatch(/fetchIoSignature/);
    expect(text).not.toMatch(/once|1775653748/);
  });

  it('is not spent by a window that was blocked', () => {
    page.open.mockReturnValueOnce(null);
    const watched = watchedOnboarding(given('blocked'));
    watched.onboarding.open();

    watched.onboarding.open();

    expect(watched.statuses).toEqual(['failed', 'open']);
  });

  it('stays spent after an attempt without one', () => {
    const watched = watchedOnboarding(given('other'));
    watched.onboarding.open();
    watchedOnboarding().onboarding.open();
    watched.onboarding.close();

    watched.onboarding.open();

    expect(watched.outcomes.errors).toEqual(['signature_failed']);
  });

  it('is beaten by fetchIoSignature each time', () => {
    const { fetchIoSignature } = signingEndpoint();
    watchedOnboarding(given('beaten')).onboarding.open();

    watchedOnboarding({ ...given('beaten'), fetchIoSignature }).onboarding.open();

    expect(fetchIoSignature).toHaveBeenCalledTimes(1);
  });

  it('that is a new one starts the next onboarding, also after a detached popup', () => {
    const watched = watchedOnboarding(given('before'));
    watched.onboarding.open();
    page.popup.sever();
    vi.advanceTimersByTime(1000);
    watched.onboarding.open();
    expect(watched.outcomes.errors).toEqual(['signature_failed']);

    watched.onboarding.update({
      partnerId: 'aAbBcCPA',
      callback: watched.callback,
      ...given('second'),
    });
    watched.onboarding.open();

    expect(page.popups).toHaveLength(2);
    expect(page.popup.address).toMatch(/io_signature=second/);
  });
});

describe('the popup while the signature is fetched', () => {
  it.each([
    [undefined, 'Please wait.'],
    ['Einen Moment <b>bitte</b>', 'Einen Moment <b>bitte</b>'],
  ])('with holdingText %j shows %j as text', (holdingText, text) => {
    const { fetchIoSignature } = signingEndpoint();

    watchedOnboarding({ fetchIoSignature, ...(holdingText && { holdingText }) }).onboarding.open();

    const { document } = page.popup;
    expect(document.title).toBe(text);
    expect(document.body.textContent).toBe(text);
    expect(document.body.childElementCount).toBe(0);
  });

  it('is as it may where the page has a getComputedStyle of its own, which keeps nobody waiting', async () => {
    vi.spyOn(window, 'getComputedStyle').mockImplementation(() => {
      throw new Error('taken');
    });
    const { fetchIoSignature } = signingEndpoint();

    const { onboarding, outcomes } = watchedOnboarding({ fetchIoSignature });
    onboarding.open();
    await Promise.resolve();

    expect(fetchIoSignature).toHaveBeenCalledTimes(1);
    expect(outcomes.errors).toEqual([]);
  });

  describe('on a page in Arabic', () => {
    const root = document.documentElement;
    beforeEach(() => Object.assign(root, { lang: 'ar', dir: 'rtl' }));
    afterEach(() => Object.assign(root, { lang: '', dir: '' }));

    it.each([
      ['its own text as the page’s language', 'لحظة من فضلك', ['', '']],
      ['the ready text as English', undefined, ['en', 'ltr']],
    ])('is in that language, and marks %s', (_what, holdingText, marks) => {
      const { fetchIoSignature } = signingEndpoint();

      watchedOnboarding({ fetchIoSignature, holdingText }).onboarding.open();

      const { documentElement, body } = page.popup.document;
      expect([documentElement.lang, documentElement.dir]).toEqual(['ar', 'rtl']);
      expect([body.lang, body.dir]).toEqual(marks);
    });
  });
});
