import type { CallbackObject, OnboardingOptions } from '../types';
import { createOnboarding, type Onboarding } from './onboarding';

/** Options of `startOnboarding`: those of the button, without the callbacks that the promise is. */
export type StartOnboardingOptions = Omit<
  OnboardingOptions,
  'callback' | 'onCancel' | 'onError'
> & {
  /** Closes the popup and ends the attempt, as `close()` does. */
  signal?: AbortSignal;
};

/** One running attempt. */
export type StartedOnboarding = Pick<
  Onboarding,
  'close' | 'focus' | 'subscribe' | 'getSnapshot'
> & {
  /**
   * The result, or `null` when the client closed the popup. A result that arrives after that
   * reaches `subscribe` only. Rejects only with an `OnboardingError`.
   */
  result: Promise<CallbackObject | null>;
};

/**
 * Starts one attempt; must run in the click itself.
 *
 * @example
 * button.onclick = async () => {
 *   const { result } = startOnboarding({ partnerId: 'aAbBcCPA' });
 *   const connected = await result;
 *   if (connected) save(connected.client, connected.channels);
 * };
 */
export function startOnboarding({ signal, ...options }: StartOnboardingOptions): StartedOnboarding {
  let onboarding!: Onboarding;
  const result = new Promise<CallbackObject | null>((resolve, reject) => {
    onboarding = createOnboarding({
      ...options,
      callback: resolve,
      onCancel: () => resolve(null),
      onError: reject,
    });
  });
  const { close, focus, subscribe, getSnapshot } = onboarding;
  if (signal?.aborted) {
    // The store never cancels what it has not started.
    return { result: Promise.resolve(null), close, focus, subscribe, getSnapshot };
  }
  signal?.addEventListener('abort', close);
  const forget = () => signal?.removeEventListener('abort', close);
  result.then(forget, forget);
  onboarding.open();
  return { result, close, focus, subscribe, getSnapshot };
}
