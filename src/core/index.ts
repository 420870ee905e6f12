export { isOnboardingError, OnboardingError, type OnboardingErrorCode } from './errors';
export { ioSignatureFrom } from './io-signature';
export { parseOnboardingRedirect } from './onboarding-redirect';
export { buildOnboardingUrl } from './onboarding-url';
export { createOnboarding, type Onboarding } from './popup/create-onboarding';
export {
  type StartedOnboarding,
  type StartOnboardingOptions,
  startOnboarding,
} from './popup/start-onboarding';
export type {
  CallbackObject,
  Environment,
  FetchIoSignature,
  IoSignature,
  OnboardingOptions,
  OnboardingSnapshot,
  OnboardingStatus,
  OnboardingUrlOptions,
  QueryParameters,
  Version,
} from './types';
