'use client';

import { createElement, forwardRef } from 'react';
import { type ConnectButtonProps, connectButtonAttributes } from './connect-button-attributes';
import { useConnectButton } from './use-connect-button';

export type { ConnectButtonProps };

/**
 * An unstyled button that connects a client's WhatsApp numbers in a popup and hands you the result.
 *
 * Your `onClick` runs first; `preventDefault()` in it stops the launch. So does `aria-disabled`, which
 * unlike `disabled` leaves the button in the order of Tab. `data-status` tells where the attempt is,
 * `aria-busy` that one is running.
 *
 * @example
 * <ConnectButton
 *   partnerId="aAbBcCPA"
 *   callback={({ client, channels }) => save(client, channels)}
 * />
 */
export const ConnectButton = forwardRef<HTMLButtonElement, ConnectButtonProps>(
  function ConnectButton(props, ref) {
    const { buttonProps } = useConnectButton(props);
    // biome-ignore lint/a11y/useButtonType: it is among the attributes, and the app may set it
    return createElement('button', { ...connectButtonAttributes(props, buttonProps), ref });
  },
);
