'use client';

import { useImperativeHandle, useState, useSyncExternalStore } from 'react';
import { createOnboarding, type Onboarding } from '../core/popup/create-onboarding';
import type { OnboardingOptions, OnboardingSnapshot } from '../core/types';

/** Whom neither a handle nor a report matters to. */
export const nobody = () => {};

/** What the hook returns: the snapshot, and functions that stay the same. */
export type IntegratedOnboarding = OnboardingSnapshot &
  Pick<Onboarding, 'open' | 'close' | 'reset'>;

/**
 * 360dialog's onboarding for a button of your own. `open` must be called in the click itself.
 *
 * Mounted on the redirect page, it brings the result home. An attempt outlives the component: the
 * last `callback` still gets its result.
 *
 * @example
 * const { status, open } = useIntegratedOnboarding({
 *   partnerId: 'aAbBcCPA',
 *   callback: ({ client, channels }) => save(client, channels),
 * });
 * return <button onClick={open}>{status === 'open' ? 'Continue…' : 'Connect'}</button>;
 */
export function useIntegratedOnboarding(options: OnboardingOptions): IntegratedOnboarding {
  const [onboarding] = useState(() => createOnboarding(options));
  // Layout effects, by a hook of which React 18 does not warn on a server. The first: before any event
  // of the app could run with yesterday's callback. The second: before the redirect page is painted.
  useImperativeHandle(nobody, () => onboarding.update(options));
  // biome-ignore lint/correctness/useExhaustiveDependencies: an ID that is loaded later may be the one a result waits for
  useImperativeHandle(nobody, onboarding.arrive, [options.partnerId]);
  const { subscribe, getSnapshot, open, close, reset } = onboarding;
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  return { ...snapshot, open, close, reset };
}
