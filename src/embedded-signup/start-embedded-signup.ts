import { createEmbeddedSignup, type EmbeddedSignup } from './create-embedded-signup';
import type { EmbeddedSignupOptions, EmbeddedSignupResult } from './types';

/** Options of `startEmbeddedSignup`: all but those that the promise stands for. */
export type StartEmbeddedSignupOptions<Exchanged = unknown> = Omit<
  EmbeddedSignupOptions<Exchanged>,
  'callback' | 'onCancel' | 'onError' | 'preload'
>;

/** One running signup. */
export type StartedEmbeddedSignup<Exchanged = unknown> = Pick<
  EmbeddedSignup<Exchanged>,
  'close' | 'subscribe' | 'getSnapshot'
> & {
  /**
   * The result, or `null` when the client gave up or another signup of this page is running. A success that
   * comes after that reaches `subscribe` only. Rejects only with an `EmbeddedSignupError`.
   */
  result: Promise<EmbeddedSignupResult<Exchanged> | null>;
};

/**
 * Starts one signup; must run in the click itself. The window is sure to open only where Meta's SDK is
 * loaded by then: `createEmbeddedSignup(options).preload()` does that for the page.
 *
 * @example
 * button.onclick = async () => {
 *   const { result } = startEmbeddedSignup({ appId: '1234', configId: '5678' });
 *   const signup = await result;
 *   if (signup) save(signup.wabaId, signup.phoneNumberId);
 * };
 */
export function startEmbeddedSignup<Exchanged = unknown>(
  options: StartEmbeddedSignupOptions<Exchanged>,
): StartedEmbeddedSignup<Exchanged> {
  let signup!: EmbeddedSignup<Exchanged>;
  const result = new Promise<EmbeddedSignupResult<Exchanged> | null>((resolve, reject) => {
    const onCancel = () => resolve(null);
    signup = createEmbeddedSignup({ ...options, callback: resolve, onCancel, onError: reject });
    signup.open();
  });
  // Who only subscribes need not read it.
  result.catch(() => {});
  return { ...signup, result };
}
