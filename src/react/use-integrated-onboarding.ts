'use client';

import { useImperativeHandle, useState, useSyncExternalStore } from 'react';
import { createOnboarding, type Onboarding } from '../core/popup/create-onboarding';
import type { OnboardingOptions, OnboardingSnapshot } from '../core/types';

/** Whom the handles below are for: nobody, only the moment of their making matters. */
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
  // These two are layout effects. They are not called so, because React 18 warns of `useLayoutEffect`
  // wherever it renders to a string, also in a test that has a `document`; the handle of a component
  // is made in the same phase, silently.
  //
  // Before any event of the app could run with yesterday's callback:
  useImperativeHandle(nobody, () => onboarding.update(options));
  // Before the redirect page is painted; again for an ID that is loaded later, which may be the one
  // that a result waits for:
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ID is the reason to run it again
  useImperativeHandle(nobody, onboarding.resume, [options.partnerId]);
  const { subscribe, getSnapshot, open, close, reset } = onboarding;
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  return { ...snapshot, open, close, reset };
}
