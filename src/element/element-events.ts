import type { OnboardingError } from '../core/errors';
import type { CallbackObject, OnboardingStatus } from '../core/types';
import type { ConnectButtonElement } from './connect-button-element';

/** The events of `<dialog-connect-button>`. All of them bubble, out of shadow trees, too. */
export type ConnectButtonEventMap = {
  /** The client is done; `detail` is the result. */
  'connect-callback': CustomEvent<CallbackObject>;
  /** The client closed the popup, told some two seconds later, or `close()` was called. */
  'connect-cancel': CustomEvent<null>;
  /**
   * Anything else ended the attempt; `detail.code` says what. `preventDefault()` says that your page
   * deals with it: without it, a development build prints it in the console.
   */
  'connect-error': CustomEvent<OnboardingError>;
  /** Every change of status; `detail` is the new one. */
  'connect-status-change': CustomEvent<OnboardingStatus>;
};

type Listening = <Type extends keyof ConnectButtonEventMap>(
  type: Type,
  listener: (this: ConnectButtonElement, event: ConnectButtonEventMap[Type]) => void,
  options?: boolean | AddEventListenerOptions,
) => void;

/** Listeners of the element's own events know what they get. */
export type TypedListening = { addEventListener: Listening; removeEventListener: Listening };

declare global {
  interface HTMLElementTagNameMap {
    'dialog-connect-button': ConnectButtonElement;
  }
  interface DocumentEventMap {
    'dialog-connect-callback': CustomEvent<CallbackObject>;
  }
  interface WindowEventMap {
    'dialog-connect-callback': CustomEvent<CallbackObject>;
  }
}

/** @returns whether nobody prevented its default */
export const tellElement = <Type extends keyof ConnectButtonEventMap>(
  element: EventTarget,
  type: Type,
  detail: ConnectButtonEventMap[Type]['detail'],
): boolean =>
  element.dispatchEvent(
    new CustomEvent(type, {
      detail,
      bubbles: true,
      composed: true,
      cancelable: type === 'connect-error',
    }),
  );

/**
 * Tells the whole page of a result. The README of the published package listens on `document`, and its
 * code told `window`: an event that bubbles reaches both, once each.
 */
export function tellDocument(detail: CallbackObject): void {
  document.dispatchEvent(new CustomEvent('dialog-connect-callback', { detail, bubbles: true }));
}
