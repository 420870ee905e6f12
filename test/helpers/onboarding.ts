import {
  createOnboarding,
  type Onboarding,
  type OnboardingOptions,
} from 'react-360dialog-connect/core';
import { vi } from 'vitest';

const made = new Set<Onboarding>();

/** A store whose callbacks are watched. */
export function watchedOnboarding(options: Partial<OnboardingOptions> = {}) {
  const callbacks = {
    callback: vi.fn<OnboardingOptions['callback']>(),
    onCancel: vi.fn<NonNullable<OnboardingOptions['onCancel']>>(),
    onError: vi.fn<NonNullable<OnboardingOptions['onError']>>(),
    onStatusChange: vi.fn<NonNullable<OnboardingOptions['onStatusChange']>>(),
  };
  const onboarding = createOnboarding({ partnerId: 'aAbBcCPA', ...callbacks, ...options });
  made.add(onboarding);
  return {
    onboarding,
    ...callbacks,
    get status() {
      return onboarding.getSnapshot().status;
    },
    /** All statuses so far, in order. */
    get statuses() {
      return callbacks.onStatusChange.mock.calls.map(([status]) => status);
    },
    /** How often each outcome was told. */
    get outcomes() {
      const { callback, onCancel, onError } = callbacks;
      return {
        results: callback.mock.calls.length,
        cancels: onCancel.mock.calls.length,
        errors: onError.mock.calls.map(([error]) => error.code),
      };
    },
  };
}

/** Ends what a test left running: late attempts are counted per page, so per test file. */
export function endOnboardings(): void {
  for (const onboarding of made) onboarding.reset();
  made.clear();
}
