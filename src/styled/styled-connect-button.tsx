'use client';

import { forwardRef } from 'react';
import {
  type ConnectButtonProps,
  connectButtonAttributes,
} from '../react/connect-button-attributes';
import { useConnectButton } from '../react/use-connect-button';
import { type ConnectButtonLook, ConnectButtonView } from './connect-button-view';
import { useLabels } from './use-labels';

/** Everything `ConnectButton` takes, and the look. */
export type StyledConnectButtonProps = Omit<ConnectButtonProps, 'label'> & ConnectButtonLook;

/**
 * `ConnectButton` with a look, texts in five languages and an announced status.
 *
 * @example
 * <StyledConnectButton
 *   partnerId="aAbBcCPA"
 *   callback={({ client, channels }) => save(client, channels)}
 *   variant="outline"
 *   size="large"
 * />
 */
export const StyledConnectButton = forwardRef<HTMLButtonElement, StyledConnectButtonProps>(
  function StyledConnectButton({ label, children = label, ...others }, ref) {
    const waiting = useLabels(others.labels, others.lang)('signing').text;
    const holdingText = others.holdingText ?? waiting;
    const { status, buttonProps } = useConnectButton({ ...others, holdingText });
    return (
      // What is no option goes on: the attributes, and the look among them.
      <ConnectButtonView
        {...connectButtonAttributes(others, buttonProps)}
        ref={ref}
        status={status}
      >
        {children}
      </ConnectButtonView>
    );
  },
);
