import type { OnboardingOptions } from 'react-360dialog-connect/core';
import { beforeEach, vi } from 'vitest';
import { fakeLocation } from './fake-location';
import { watchedOnboarding } from './onboarding';

let assign: ReturnType<typeof fakeLocation>;

/** Gives every test of a file a page that can leave. @returns gives its `location.assign` */
export function leavablePage(): () => typeof assign {
  beforeEach(() => {
    assign = fakeLocation();
  });
  return () => assign;
}

/** Leaves the page for the hub. What the window still has of the attempt is its storage. */
export function leave(options: Partial<OnboardingOptions> = {}) {
  const watched = watchedOnboarding({ display: 'redirect', ...options });
  watched.onboarding.open();
  const [address] = assign.mock.lastCall ?? [];
  return { watched, state: (address && new URL(address).searchParams.get('state')) ?? '' };
}

/** The page that the hub sends the same window to. */
export function comeBack(query: string, options: Partial<OnboardingOptions> = {}) {
  history.replaceState({ router: 1 }, '', `/app${query}`);
  const watched = watchedOnboarding({ display: 'redirect', ...options });
  watched.onboarding.resume();
  return watched;
}

/** A result that no attempt waits for may be hinted at. */
export function unbound<Result>(run: () => Result): Result {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const result = run();
  warn.mockClear();
  return result;
}
