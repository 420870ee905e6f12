'use client';

import { useImperativeHandle, useInsertionEffect, useState, useSyncExternalStore } from 'react';
import { createOnboarding, type Onboarding } from '../core/popup/onboarding';
import type { OnboardingOptions, OnboardingSnapshot } from '../core/types';

/** Gets a handle that is none. */
const nobody = () => {};

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
  // Before any effect or event of the app could run with yesterday's callback.
  useInsertionEffect(() => onboarding.update(options));
  // Runs before the redirect page is painted, as a layout effect does; but of those React 18 warns on a
  // server.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an ID that is loaded later may be the one a result waits for
  useImperativeHandle(nobody, onboarding.arrive, [options.partnerId]);
  const { subscribe, getSnapshot, open, close, reset } = onboarding;
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  return { ...snapshot, open, close, reset };
}
