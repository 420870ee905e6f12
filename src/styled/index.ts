export {
  type ConnectButtonLook,
  ConnectButtonView,
  type ConnectButtonViewProps,
} from './connect-button-view';
export {
  type ConnectLabels,
  type ConnectLabelsOverride,
  type ConnectLanguage,
  connectLabels,
} from './connect-labels';
export {
  type ConnectColors,
  type ConnectSpacing,
  type ConnectTheme,
  type ConnectThemeOverride,
  connectTheme,
} from './connect-theme';
export {
  type ConnectLanguages,
  ConnectThemeProvider,
  type ConnectThemeProviderProps,
} from './connect-theme-provider';
export { StyledConnectButton, type StyledConnectButtonProps } from './styled-connect-button';
export {
  StyledEmbeddedSignupButton,
  type StyledEmbeddedSignupButtonProps,
} from './styled-embedded-signup-button';
export type { ConnectColorScheme } from './theme-variables';
export type { ConnectButtonSize } from './themed-button';
export type { ConnectButtonVariant } from './variants';
