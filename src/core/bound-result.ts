import { OnboardingError } from './errors';
import { readRedirect } from './onboarding-redirect';
import type { CallbackObject } from './types';

/** What an attempt sent as `state`, and what it expects to come back. */
export type StateBinding = {
  state: string;
  /** It is the library's own, so the app does not see it. */
  own?: boolean;
  /** It must come back: the partner's server minted it, or nothing else binds the result. */
  required?: boolean;
};

/** How an attempt ended, unless the client gave up. */
export type Outcome =
  | { status: 'completed'; result: CallbackObject }
  | { status: 'failed'; error: OnboardingError };

export const failure = (...reason: ConstructorParameters<typeof OnboardingError>): Outcome => ({
  status: 'failed',
  error: new OnboardingError(...reason),
});

/**
 * Reads a redirect that belongs to an attempt and compares its `state`.
 * `undefined`: there is no result in it, so it is not the end of the attempt.
 */
export function readBoundResult(
  search: string,
  { state, own, required }: StateBinding,
): Outcome | undefined {
  const redirect = readRedirect(search);
  if (redirect === undefined) return;
  if (!redirect) return failure('invalid_redirect');

  const { state: returned, ...result } = redirect;
  const isRefused = returned
    ? returned !== state &&
      // A hub that does not encode `+` sends it as it is, where it usually means a blank.
      new URLSearchParams(search.replaceAll('+', '%2B')).get('state') !== state
    : required;
  if (isRefused) return failure('state_mismatch');
  return { status: 'completed', result: returned && !own ? { ...result, state } : result };
}
