import { failure } from '../outcome';
import type { CallbackObject, OnboardingOptions } from '../types';
import { createStore, type Store } from './create-store';

/** Options of `startOnboarding`: those of the button, without the callbacks that the promise is. */
export type StartOnboardingOptions = Omit<
  OnboardingOptions,
  'callback' | 'onCancel' | 'onError'
> & {
  /** Closes the popup and ends the attempt, as `close()` does. */
  signal?: AbortSignal | undefined;
};

/** One running attempt. */
export type StartedOnboarding = Pick<Store, 'close' | 'focus' | 'subscribe' | 'getSnapshot'> & {
  /**
   * The result, or `null` when the client closed the popup. A result that arrives after that
   * reaches `subscribe` only. Rejects only with an `OnboardingError`.
   */
  result: Promise<CallbackObject | null>;
};

/**
 * Starts one attempt; must run in the click itself. Its promise lives as long as this page: for what
 * comes back to a page that was loaded anew (`display: 'redirect'`, `allowUnsolicited`), there is
 * `createOnboarding`.
 *
 * @example
 * button.onclick = async () => {
 *   const { result } = startOnboarding({ partnerId: 'aAbBcCPA' });
 *   const connected = await result;
 *   if (connected) save(connected.client, connected.channels);
 * };
 */
export function startOnboarding(given: StartOnboardingOptions): StartedOnboarding {
  // A call in plain JavaScript without any is refused as every other mistake is.
  const { signal, ...options } = { ...given };
  let store!: Store;
  const result = new Promise<CallbackObject | null>((resolve, reject) => {
    const onCancel = () => resolve(null);
    const made = createStore({ ...options, callback: resolve, onCancel, onError: reject });
    store = made.store;
    if (signal?.aborted) return onCancel();
    // Such as an AbortController in the place of its signal.
    if (signal && !signal.addEventListener) {
      return made.button.report(failure('invalid_options', 'invalid signal'));
    }
    signal?.addEventListener('abort', store.close);
    store.open();
  });
  const forget = () => signal?.removeEventListener?.('abort', store.close);
  result.then(forget, forget);
  return { ...store, result };
}
