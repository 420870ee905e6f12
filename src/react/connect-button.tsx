'use client';

import {
  type ButtonHTMLAttributes,
  createElement,
  forwardRef,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { startAttempt } from '../core/popup/attempt';
import { isRunning } from '../core/popup/create-store';
import type { OnboardingOptions } from '../core/types';
import { nobody, useIntegratedOnboarding } from './use-integrated-onboarding';

/** Every option of the hook, and every attribute of a `<button>`. */
export type ConnectButtonProps = OnboardingOptions &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof OnboardingOptions> & {
    /** What stands on the button. @default 'Connect 360dialog' */
    label?: ReactNode;
    /** Instead of `label`. */
    children?: ReactNode;
    /** The button's classes, in place of the usual one. @default '360dialog-connect-button' */
    className?: string;
    /** Has no effect, as in `360dialog-connect-button`. @deprecated leave it out */
    useNewRedirect?: boolean;
  };

/**
 * Runs the code of a click once and to no effect: these options are refused before anything opens.
 * A browser compiles code when it first runs, which made a first click slower than a bare
 * `window.open`.
 */
const rehearse = () => startAttempt({ partnerId: '_', onboardingUrl: '_' }, nobody);

/**
 * An unstyled button that connects a client's WhatsApp numbers in a popup and hands you the result.
 *
 * Your `onClick` runs first; `preventDefault()` in it stops the launch. `data-status` tells where
 * the attempt is, `aria-busy` that one is running.
 *
 * @example
 * <ConnectButton
 *   partnerId="aAbBcCPA"
 *   callback={({ client, channels }) => save(client, channels)}
 * />
 */
export const ConnectButton = forwardRef<HTMLButtonElement, ConnectButtonProps>(
  function ConnectButton(props, ref) {
    const {
      partnerId,
      callback,
      onCancel,
      onError,
      onStatusChange,
      fetchIoSignature,
      holdingText,
      requestedNumber,
      queryParameters,
      env,
      version,
      onboardingUrl,
      redirectOrigins,
      display,
      allowUnsolicited,
      timeout,
      useNewRedirect,
      label = 'Connect 360dialog',
      children = label,
      className,
      onClick,
      ...attributes
    } = props;
    const { status, open } = useIntegratedOnboarding(props);
    return createElement(
      'button',
      {
        type: 'button',
        // In the press that comes before the click; an app's own handler may well replace it.
        onPointerDown: rehearse,
        ...attributes,
        ref,
        className: className || '360dialog-connect-button',
        'data-status': status,
        'aria-busy': isRunning(status) || undefined,
        onClick: (event: MouseEvent<HTMLButtonElement>) => {
          onClick?.(event);
          if (!event.defaultPrevented) open();
        },
      },
      children,
    );
  },
);
