export type { ButtonLabel } from './button-view';
export { ConnectButtonElement } from './connect-button-element';
export { defineConnectButton } from './define-connect-button';
export type { ConnectButtonEventMap } from './element-events';
export type { ConnectButtonElementProps } from './element-props';
export type { ConnectButtonConfig } from './update-element';
