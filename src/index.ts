export { isOnboardingError, OnboardingError, type OnboardingErrorCode } from './core/errors';
export { ioSignatureFrom } from './core/io-signature';
export { parseOnboardingRedirect } from './core/onboarding-redirect';
export { buildOnboardingUrl } from './core/onboarding-url';
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
} from './core/types';
export { ConnectButton, type ConnectButtonProps } from './react/connect-button';
export {
  type IntegratedOnboarding,
  useIntegratedOnboarding,
} from './react/use-integrated-onboarding';
