import { type StartOnboardingOptions, startOnboarding } from 'react-360dialog-connect/core';
import { describe, expect, it, vi } from 'vitest';
import { countListeners, fakePage, showHub, waitForEverything } from '../helpers/fake-page';
import { broadcast, receiveMessage } from '../helpers/messages';

const page = fakePage();
const partnerId = 'aAbBcCPA';
const complete = () =>
  receiveMessage(page.popup.redirect(), { source: page.popup, origin: location.origin });
const result = { client: 'oaY9LLfUCL', channels: ['y9MiLoCH', 'Ab12CH'] };

describe('startOnboarding', () => {
  it('resolves to null for a popup that was closed before the hub showed, some time later', async () => {
    const { result } = startOnboarding({ partnerId: 'aAbBcCPA' });
    page.popup.close();

    await vi.advanceTimersByTimeAsync(1_800_300);

    await expect(result).resolves.toBeNull();
  });

  it.each([undefined, null])(
    'rejects with invalid_options for %s, and throws nothing',
    async (given) => {
      const { result } = startOnboarding(given as never);

      await expect(result).rejects.toMatchObject({ code: 'invalid_options' });
    },
  );

  it('rejects with invalid_options for an AbortController in the place of its signal', async () => {
    const { result } = startOnboarding({ partnerId, signal: new AbortController() as never });

    await expect(result).rejects.toMatchObject({
      code: 'invalid_options',
      message: expect.stringMatching(/^invalid signal: /),
    });
    expect(page.open).not.toHaveBeenCalled();
  });

  it('opens the popup in the click itself', () => {
    const { close } = startOnboarding({ partnerId });

    expect(page.open).toHaveBeenCalledTimes(1);
    close();
  });

  it('resolves to the result', async () => {
    const started = startOnboarding({ partnerId });

    complete();

    await expect(started.result).resolves.toEqual(result);
    expect(started.getSnapshot()).toMatchObject({ status: 'completed', result });
  });

  it('resolves to null when the client closed the popup', async () => {
    const started = startOnboarding({ partnerId });
    showHub();

    page.popup.closed = true;
    waitForEverything();

    await expect(started.result).resolves.toBeNull();
  });

  it('resolves to null when close() was called', async () => {
    const started = startOnboarding({ partnerId });

    started.close();

    await expect(started.result).resolves.toBeNull();
    expect(page.popup.closed).toBe(true);
  });

  it('tells a late result to subscribers only', async () => {
    const started = startOnboarding({ partnerId });
    showHub();
    page.popup.closed = true;
    vi.advanceTimersByTime(2500);
    await expect(started.result).resolves.toBeNull();
    const listener = vi.fn();
    started.subscribe(listener);

    broadcast(page.popup);

    expect(listener).toHaveBeenCalledTimes(1);
    expect(started.getSnapshot()).toMatchObject({ status: 'completed', result });
    await expect(started.result).resolves.toBeNull();
  });

  it('focuses the popup', () => {
    const started = startOnboarding({ partnerId });

    started.focus();

    expect(page.popup.focus).toHaveBeenCalledTimes(1);
    started.close();
  });

  it('rejects with popup_blocked', async () => {
    page.open.mockReturnValue(null);

    const started = startOnboarding({ partnerId });

    await expect(started.result).rejects.toMatchObject({ code: 'popup_blocked' });
    expect(started.getSnapshot().status).toBe('failed');
  });

  it('rejects with timeout and closes the popup', async () => {
    const started = startOnboarding({ partnerId, timeout: 60_000 });
    const rejection = expect(started.result).rejects.toMatchObject({ code: 'timeout' });

    vi.advanceTimersByTime(60_000);

    await rejection;
    expect(page.popup.closed).toBe(true);
  });

  it.each([
    ['no partnerId', {}],
    ['a bad partnerId', { partnerId: '../../evil' }],
    ['a bad env', { partnerId, env: 'constructor' }],
    ['half a character', { partnerId, queryParameters: { name: '\ud800' } }],
    ['a symbol', { partnerId, queryParameters: { name: Symbol('x') } }],
    ['a number as onboardingUrl', { partnerId, onboardingUrl: 5 }],
    ['a number as redirectOrigins', { partnerId, redirectOrigins: 5 }],
    ['a number in redirectOrigins', { partnerId, redirectOrigins: [5] }],
    ['a foreign http redirect_url', { partnerId, queryParameters: { redirect_url: 'http://a.b' } }],
  ])('rejects with invalid_options for %s instead of throwing', async (_what, options) => {
    const started = startOnboarding(options as unknown as StartOnboardingOptions);

    await expect(started.result).rejects.toMatchObject({
      name: 'OnboardingError',
      code: 'invalid_options',
    });
    expect(page.open).not.toHaveBeenCalled();
  });
});

describe('its AbortSignal', () => {
  it('that is aborted already opens nothing', async () => {
    const started = startOnboarding({ partnerId, signal: AbortSignal.abort() });

    await expect(started.result).resolves.toBeNull();
    expect(page.open).not.toHaveBeenCalled();
  });

  it('closes the popup when it aborts', async () => {
    const aborter = new AbortController();
    const listeners = countListeners();
    const started = startOnboarding({ partnerId, signal: aborter.signal });

    aborter.abort();

    await expect(started.result).resolves.toBeNull();
    expect(page.popup.closed).toBe(true);
    expect(started.getSnapshot().status).toBe('cancelled');
    expect(listeners()).toBe(0);
  });

  it('aborts the request for a signature', async () => {
    const aborter = new AbortController();
    const fetchIoSignature = vi.fn(
      (_request: { signal: AbortSignal }) => new Promise<never>(() => {}),
    );
    startOnboarding({ partnerId, fetchIoSignature, signal: aborter.signal });

    aborter.abort();

    expect(fetchIoSignature.mock.calls[0]?.[0].signal.aborted).toBe(true);
  });

  it('changes nothing when it aborts after the result, and is not listened to any more', async () => {
    const aborter = new AbortController();
    const removed = vi.spyOn(aborter.signal, 'removeEventListener');
    const started = startOnboarding({ partnerId, signal: aborter.signal });
    complete();
    await started.result;

    aborter.abort();

    expect(started.getSnapshot().status).toBe('completed');
    expect(removed).toHaveBeenCalledTimes(1);
  });
});
