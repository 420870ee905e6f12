import { OnboardingError } from './errors';
import { readOnboardingRedirect } from './onboarding-redirect';
import type { CallbackObject } from './types';

/** What an attempt sent as `state`, and what it expects to come back. */
export type StateBinding = {
  state: string;
  /** It is the library's own, so the app does not see it. */
  own?: boolean | undefined;
  /** The partner's server minted it, so it must come back. Else a missing one is accepted. */
  minted?: boolean | undefined;
};

/**
 * Reads a redirect that belongs to an attempt and compares its `state`.
 * `null`: there is no result in it, so it is not the end of the attempt.
 */
export function readBoundResult(
  search: string,
  { state, own, minted }: StateBinding,
): CallbackObject | OnboardingError | null {
  const result = readOnboardingRedirect(search);
  if (result === 'invalid') {
    return new OnboardingError('invalid_redirect', 'The hub sent a result that cannot be read.');
  }
  if (!result) return null;

  const { state: returned, ...rest } = result;
  if (returned == null ? minted : returned !== state && stateWithPlus(search) !== state) {
    return new OnboardingError(
      'state_mismatch',
      'The result has another state than this attempt sent, so it was refused. Start again.',
    );
  }
  return returned == null || own ? rest : { ...rest, state };
}

/** A hub that does not encode `+` sends it as it is, where it usually means a blank. */
const stateWithPlus = (search: string) =>
  new URLSearchParams(search.replaceAll('+', '%2B')).get('state');
