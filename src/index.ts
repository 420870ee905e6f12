export * from './core';
export { ConnectButton, type ConnectButtonProps } from './react/connect-button';
export {
  type ConnectButtonBehavior,
  type ConnectButtonHook,
  useConnectButton,
} from './react/use-connect-button';
export {
  type IntegratedOnboarding,
  useIntegratedOnboarding,
} from './react/use-integrated-onboarding';
