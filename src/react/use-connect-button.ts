import type { MouseEvent } from 'react';
import { isRunning } from '../core/is-running';
import { rehearseAttempt } from '../core/popup/start-attempt';
import type { OnboardingOptions, OnboardingStatus } from '../core/types';
import { type IntegratedOnboarding, useIntegratedOnboarding } from './use-integrated-onboarding';

/** What makes a button the connect button; spread it before your own props. */
export type ConnectButtonBehavior = {
  /** It submits no form. */
  type: 'button';
  /** Where the attempt is, for style sheets. */
  'data-status': OnboardingStatus;
  /** Tells assistive technology that an attempt is running. */
  'aria-busy': true | undefined;
  /**
   * Starts an attempt, unless the event's default was prevented or the button is `aria-disabled`. An
   * `onClick` of your own takes its place, so it has to call `buttonProps.onClick(event)`.
   */
  onClick(event: MouseEvent): void;
  /** Gets the click's code ready in the press that comes before it. */
  onPointerDown(): void;
};

/** What `useConnectButton` returns. */
export type ConnectButtonHook = IntegratedOnboarding & {
  /** For any `<button>`, or a component that hands its props on to one. */
  buttonProps: ConnectButtonBehavior;
};

/** The browser stops no click of a button that is `aria-disabled`; told to be off, it has to be off. */
const isOff = (button: Element) => button.getAttribute('aria-disabled') === 'true';

/**
 * Makes the button of your design system the connect button. An `onClick` of your own, after the
 * spread, has to call `buttonProps.onClick(event)`, or nothing opens.
 *
 * @returns what `useIntegratedOnboarding` does, and the props of the button
 *
 * @example
 * const { status, buttonProps } = useConnectButton({ partnerId: 'aAbBcCPA', callback: save });
 * return <Button {...buttonProps}>{status === 'open' ? 'Continue…' : 'Connect WhatsApp'}</Button>;
 */
export function useConnectButton(options: OnboardingOptions): ConnectButtonHook {
  const onboarding = useIntegratedOnboarding(options);
  const { status, open } = onboarding;
  return {
    ...onboarding,
    buttonProps: {
      type: 'button',
      'data-status': status,
      'aria-busy': isRunning(status) || undefined,
      onClick(event) {
        if (!event.defaultPrevented && !isOff(event.currentTarget)) open();
      },
      onPointerDown: rehearseAttempt,
    },
  };
}
