export { buildOnboardingUrl } from './build-onboarding-url';
export { EndpointError } from './endpoint-error';
export { isOnboardingError, OnboardingError, type OnboardingErrorCode } from './errors';
export { type IoSignatureFetcher, ioSignatureFrom } from './io-signature-from';
export { parseOnboardingRedirect } from './parse-onboarding-redirect';
export { createOnboarding, type Onboarding } from './popup/create-onboarding';
export {
  type StartedOnboarding,
  type StartOnboardingOptions,
  startOnboarding,
} from './popup/start-onboarding';
export { type StateFetcher, stateFrom } from './state-from';
export type {
  AttemptRequest,
  CallbackObject,
  Environment,
  FetchIoSignature,
  IoSignature,
  OnboardingOptions,
  OnboardingOverrides,
  OnboardingSnapshot,
  OnboardingStatus,
  OnboardingUrlOptions,
  Prepare,
  QueryParameters,
  Version,
} from './types';
