'use client';

import { useEffect, useImperativeHandle, useState, useSyncExternalStore } from 'react';
import { createEmbeddedSignup, type EmbeddedSignup } from '../create-embedded-signup';
import type { EmbeddedSignupOptions, EmbeddedSignupSnapshot } from '../types';

/** Whom the handle below is for: nobody, only the moment of its making matters. */
const nobody = () => {};

/** What the hook returns: the snapshot, and functions that stay the same. */
export type EmbeddedSignupHook<Exchanged = unknown> = EmbeddedSignupSnapshot<Exchanged> &
  Pick<EmbeddedSignup<Exchanged>, 'preload' | 'open' | 'close' | 'reset'>;

/**
 * Meta's Embedded Signup for a button of your own. `open` must be called in the click itself. Meta's SDK is
 * loaded as the component mounts, unless `preload` is `'none'`.
 *
 * A signup outlives the component: the last `callback` still gets its result.
 *
 * @example
 * const { status, open } = useEmbeddedSignup({
 *   appId: '1234567890',
 *   configId: '9876543210',
 *   callback: ({ wabaId, phoneNumberId }) => save(wabaId, phoneNumberId),
 * });
 * return <button onClick={open}>{status === 'open' ? 'Continue…' : 'Connect'}</button>;
 */
export function useEmbeddedSignup<Exchanged = unknown>(
  options: EmbeddedSignupOptions<Exchanged>,
): EmbeddedSignupHook<Exchanged> {
  const [signup] = useState(() => createEmbeddedSignup(options));
  // A layout effect, before any event of the app could run with yesterday's callback. React 18 warns of
  // `useLayoutEffect` wherever it renders to a string; the handle is made in the same phase, silently.
  useImperativeHandle(nobody, () => signup.update(options));
  const { subscribe, getSnapshot, preload, open, close, reset } = signup;
  const isWanted = options.preload !== 'none';
  // Again for IDs that are loaded later.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the IDs are the reason to run it again
  useEffect(() => {
    if (isWanted) preload();
  }, [isWanted, options.appId, options.configId]);
  const snapshot = useSyncExternalStore(subscribe, getSnapshot, getSnapshot);
  return { ...snapshot, preload, open, close, reset };
}
