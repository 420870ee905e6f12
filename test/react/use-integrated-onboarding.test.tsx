import { act, renderHook } from '@testing-library/react';
import { StrictMode, useEffect } from 'react';
import {
  type IntegratedOnboarding,
  type OnboardingOptions,
  useIntegratedOnboarding,
} from 'react-360dialog-connect';
import { describe, expect, it, vi } from 'vitest';
import { fakePage, showHub, waitForEverything } from '../helpers/fake-page';
import { broadcast, receiveMessage } from '../helpers/messages';

const page = fakePage();
const complete = () => act(() => receiveMessage(page.popup.redirect(), { source: page.popup }));
const runId = expect.any(String);
const idle = { status: 'idle', runId: null, result: null, error: null, detached: false };
const data = ({ open, close, reset, ...snapshot }: IntegratedOnboarding) => snapshot;

function renderOnboarding(options: Partial<OnboardingOptions> = {}) {
  const initialProps = { partnerId: 'aAbBcCPA', callback: vi.fn(), ...options };
  const rendered = renderHook((props: OnboardingOptions) => useIntegratedOnboarding(props), {
    initialProps,
  });
  return {
    ...rendered,
    get now() {
      return rendered.result.current;
    },
  };
}

function useOpenWhenLoaded(options: { partnerId: string; onError: () => void }) {
  const { open } = useIntegratedOnboarding({ callback: () => {}, ...options });
  useEffect(() => {
    if (options.partnerId) open();
  }, [options.partnerId, open]);
}

describe('useIntegratedOnboarding', () => {
  it('returns the snapshot, open, close and reset', () => {
    const hook = renderOnboarding();

    expect(hook.now).toEqual({
      ...idle,
      open: expect.any(Function),
      close: expect.any(Function),
      reset: expect.any(Function),
    });
  });

  it('follows the attempt from idle to completed and back', () => {
    const hook = renderOnboarding();

    act(hook.now.open);
    expect(data(hook.now)).toEqual({ ...idle, runId, status: 'open' });
    complete();
    const result = { client: 'oaY9LLfUCL', channels: ['y9MiLoCH', 'Ab12CH'] };
    expect(data(hook.now)).toEqual({ ...idle, runId, status: 'completed', result });
    act(hook.now.reset);

    expect(data(hook.now)).toEqual(idle);
  });

  it('tells onCancel and onStatusChange', () => {
    const onCancel = vi.fn();
    const onStatusChange = vi.fn();
    const hook = renderOnboarding({ onCancel, onStatusChange });

    act(hook.now.open);
    act(hook.now.close);

    expect(hook.now.status).toBe('cancelled');
    expect(onCancel).toHaveBeenCalledTimes(1);
    expect(onStatusChange.mock.calls).toEqual([['open'], ['cancelled']]);
  });

  it('tells an error by onError and in what it returns', () => {
    page.open.mockReturnValue(null);
    const onError = vi.fn();
    const hook = renderOnboarding({ onError });

    act(hook.now.open);

    expect(hook.now).toMatchObject({ status: 'failed', error: { code: 'popup_blocked' } });
    expect(onError.mock.calls).toEqual([[hook.now.error]]);
  });

  it('tells that the popup is detached', () => {
    const hook = renderOnboarding();
    act(hook.now.open);

    page.popup.sever();
    act(() => void waitForEverything());

    expect(data(hook.now)).toEqual({ ...idle, runId, status: 'open', detached: true });
  });

  it('never changes open, close and reset', () => {
    const hook = renderOnboarding();
    const { open, close, reset } = hook.now;

    hook.rerender({ partnerId: 'other', callback: () => {} });
    act(open);
    complete();

    expect(hook.now).toMatchObject({ status: 'completed' });
    expect([hook.now.open, hook.now.close, hook.now.reset]).toEqual([open, close, reset]);
    expect(hook.now.open).toBe(open);
  });

  it('keeps the attempt when it is unmounted: the last callback gets the result', () => {
    const callback = vi.fn();
    const hook = renderOnboarding();
    act(hook.now.open);
    hook.rerender({ partnerId: 'aAbBcCPA', callback });

    hook.unmount();
    complete();

    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('gets a late result after a cancel', () => {
    const callback = vi.fn();
    const hook = renderOnboarding({ callback });
    act(hook.now.open);
    act(() => void showHub());
    page.popup.closed = true;
    act(() => void waitForEverything());
    expect(hook.now.status).toBe('cancelled');

    act(() => broadcast(page.popup));

    expect(hook.now.status).toBe('completed');
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('uses the newest options from the first effect on', () => {
    const onError = vi.fn();
    const { rerender } = renderHook(useOpenWhenLoaded, {
      initialProps: { partnerId: '', onError },
    });

    rerender({ partnerId: 'loaded', onError });

    expect(page.popup.address).toContain('/app/loaded/');
    expect(onError).not.toHaveBeenCalled();
  });

  it('never fails while rendering, however wrong the options are', () => {
    const onError = vi.fn();
    const hook = renderOnboarding({ partnerId: undefined as never, env: 'x' as never, onError });
    expect(hook.now.status).toBe('idle');

    act(hook.now.open);

    expect(onError.mock.calls).toEqual([[expect.objectContaining({ code: 'invalid_options' })]]);
  });

  it('opens one popup and tells one result under StrictMode', () => {
    const callback = vi.fn();
    const { result } = renderHook(
      () => useIntegratedOnboarding({ partnerId: 'aAbBcCPA', callback }),
      { wrapper: StrictMode },
    );

    act(result.current.open);
    complete();

    expect(page.popups).toHaveLength(1);
    expect(callback).toHaveBeenCalledTimes(1);
    expect(result.current.status).toBe('completed');
  });
});
