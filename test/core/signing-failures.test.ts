import { describe, expect, it, vi } from 'vitest';
import { fakePage, waitForEverything } from '../helpers/fake-page';
import { watchedOnboarding } from '../helpers/onboarding';
import { signature, signingEndpoint } from '../helpers/signing-endpoint';

const page = fakePage();

describe('an endpoint that gives no signature', () => {
  const secret = 'do-not-tell';
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an HTML page', '<html>'],
    ['no timestamp', { io_signature: secret }],
    ['no signature', { io_timestamp: '1775653748' }],
    ['an empty signature', { io_signature: '', io_timestamp: '1775653748' }],
    ['a blank signature', { io_signature: '  ', io_timestamp: '1775653748' }],
    ['an empty timestamp', { io_signature: secret, io_timestamp: '' }],
    ['milliseconds', { io_signature: secret, io_timestamp: 1775653748000 }],
    ['a fraction', { io_signature: secret, io_timestamp: 1775653748.5 }],
    ['a state that is no string', { ...signature, state: 5 }],
    ['half a character as state', { ...signature, state: '\ud800' }],
  ])('but %s fails with signature_failed; the hub is not asked', async (_what, content) => {
    const { fetchIoSignature, answer } = signingEndpoint();
    const watched = watchedOnboarding({ fetchIoSignature });
    watched.onboarding.open();

    await answer(content);
    waitForEverything();

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['signature_failed'] });
    expect(page.popup.closed).toBe(true);
    expect(page.popup.address).toBe('');
    const error = watched.onError.mock.lastCall?.[0];
    expect(`${error?.message} ${error?.cause}`).not.toContain(secret);
    expect(error?.cause).toBeInstanceOf(Error);
  });

  it('but rejects fails with signature_failed and its cause', async () => {
    const { fetchIoSignature, refuse } = signingEndpoint();
    const watched = watchedOnboarding({ fetchIoSignature });
    watched.onboarding.open();
    const cause = new Error('503');

    await refuse(cause);

    expect(watched.outcomes.errors).toEqual(['signature_failed']);
    expect(watched.onError.mock.lastCall?.[0].cause).toBe(cause);
  });

  it('but throws at once fails in the same way', async () => {
    const fetchIoSignature = () => {
      throw new Error('no');
    };
    const watched = watchedOnboarding({ fetchIoSignature });

    watched.onboarding.open();
    await vi.advanceTimersByTimeAsync(0);

    expect(watched.outcomes.errors).toEqual(['signature_failed']);
  });
});

describe('while signing', () => {
  it.each([
    ['the client closes the popup', () => page.popup.close(), 1],
    ['close() is called', (onboarding: { close(): void }) => onboarding.close(), 1],
    ['reset() is called', (onboarding: { reset(): void }) => onboarding.reset(), 0],
  ])('%s: the request is aborted and the hub never asked', async (_who, end, cancels) => {
    const { fetchIoSignature, answer } = signingEndpoint();
    const watched = watchedOnboarding({ fetchIoSignature });
    watched.onboarding.open();
    waitForEverything();

    end(watched.onboarding as never);
    vi.advanceTimersByTime(1000);
    await answer(signature);
    waitForEverything();

    expect(fetchIoSignature.mock.calls[0]?.[0].signal.aborted).toBe(true);
    expect(page.popup.location.replace).not.toHaveBeenCalled();
    expect(watched.outcomes).toEqual({ results: 0, cancels, errors: [] });
  });

  it('a popup closed just before the signature comes is cancelled at once', async () => {
    const { fetchIoSignature, answer } = signingEndpoint();
    const watched = watchedOnboarding({ fetchIoSignature });
    watched.onboarding.open();

    page.popup.close();
    await answer(signature);

    expect(watched.statuses).toEqual(['signing', 'cancelled']);
    expect(page.popup.location.replace).not.toHaveBeenCalled();
  });
});
