'use client';

import {
  type ForwardedRef,
  forwardRef,
  type ReactElement,
  type ReactNode,
  type Ref,
  useState,
} from 'react';
import type { OnboardingStatus } from '../core/types';
import {
  type EmbeddedSignupButtonProps,
  embeddedSignupAttributes,
} from '../embedded-signup/react/embedded-signup-attributes';
import {
  type EmbeddedSignupHook,
  useEmbeddedSignup,
} from '../embedded-signup/react/use-embedded-signup';
import { type ConnectButtonLook, ConnectButtonView } from './connect-button-view';
import type { ConnectLabelsOverride } from './connect-labels';

/** Everything `EmbeddedSignupButton` takes, and the look. */
export type StyledEmbeddedSignupButtonProps<Exchanged = unknown> =
  EmbeddedSignupButtonProps<Exchanged> &
    Omit<ConnectButtonLook, 'label' | 'labels'> & {
      /** The text before a signup; beats `labels.idle`. @default that of the language */
      children?: ReactNode | undefined;
      /**
       * Texts of your own, each in place of the ready one. `preparing` is shown where a click waits for
       * Meta's SDK.
       */
      labels?: Omit<ConnectLabelsOverride, 'signing'> | undefined;
    };

/** The text that tells each status. */
const labelNames: Record<EmbeddedSignupHook['status'], OnboardingStatus> = {
  idle: 'idle',
  loading: 'preparing',
  ready: 'idle',
  open: 'open',
  completed: 'completed',
  cancelled: 'cancelled',
  failed: 'failed',
};

/** The signup, and what is to be told of it: that the SDK is on its way, only to whom waits for it. */
function useToldSignup<Exchanged>(props: EmbeddedSignupButtonProps<Exchanged>) {
  const { status, open } = useEmbeddedSignup(props);
  const [isAsked, setAsked] = useState(false);
  const openAsked = () => {
    setAsked(true);
    open();
  };
  const told = status === 'loading' && !isAsked ? 'idle' : labelNames[status];
  return { status, told, open: openAsked };
}

function Button<Exchanged>(
  props: StyledEmbeddedSignupButtonProps<Exchanged>,
  ref: ForwardedRef<HTMLButtonElement>,
): ReactElement {
  const { status, told, open } = useToldSignup(props);
  return (
    // What is no option goes on: the attributes, and the look among them.
    <ConnectButtonView
      {...embeddedSignupAttributes(props, { status, open })}
      ref={ref}
      status={told}
    >
      {props.children}
    </ConnectButtonView>
  );
}

/**
 * `EmbeddedSignupButton` with the look, the theme and the texts of `StyledConnectButton`.
 *
 * @example
 * <StyledEmbeddedSignupButton
 *   appId="1234567890"
 *   configId="9876543210"
 *   callback={({ wabaId, phoneNumberId }) => save(wabaId, phoneNumberId)}
 *   variant="outline"
 * />
 */
export const StyledEmbeddedSignupButton = forwardRef(Button) as (<Exchanged = unknown>(
  props: StyledEmbeddedSignupButtonProps<Exchanged> & { ref?: Ref<HTMLButtonElement> },
) => ReactElement) & { displayName?: string };

StyledEmbeddedSignupButton.displayName = 'StyledEmbeddedSignupButton';
