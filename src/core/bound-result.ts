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

/** How an attempt ended, unless the client gave up. */
export type Outcome =
  | { status: 'completed'; result: CallbackObject }
  | { status: 'failed'; error: OnboardingError };

export const failure = (...[code, message, cause]: ConstructorParameters<typeof OnboardingError>) =>
  ({ status: 'failed', error: new OnboardingError(code, message, cause) }) as const;

/**
 * Reads a redirect that belongs to an attempt and compares its `state`.
 * `null`: there is no result in it, so it is not the end of the attempt.
 */
export function readBoundResult(
  search: string,
  { state, own, minted }: StateBinding,
): Outcome | null {
  const result = readOnboardingRedirect(search);
  if (result === 'invalid') {
    return failure('invalid_redirect', 'The hub sent a result that cannot be read.');
  }
  if (!result) return null;

  const { state: returned, ...rest } = result;
  if (returned == null ? minted : returned !== state && stateWithPlus(search) !== state) {
    return failure('state_mismatch', 'The result came back with another state, so it was refused.');
  }
  return { status: 'completed', result: returned == null || own ? rest : { ...rest, state } };
}

/** A hub that does not encode `+` sends it as it is, where it usually means a blank. */
const stateWithPlus = (search: string) =>
  new URLSearchParams(search.replaceAll('+', '%2B')).get('state');
