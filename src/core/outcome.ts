import { OnboardingError, type OnboardingErrorCode } from './errors';
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
  | { status: 'completed'; result: CallbackObject; error?: undefined }
  | { status: 'failed'; error: OnboardingError; result?: undefined };

/** How an attempt ends that fails. */
export const failure = (code: OnboardingErrorCode, message?: string, cause?: unknown): Outcome => ({
  status: 'failed',
  error: new OnboardingError(code, message, cause),
});
