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
import { Announcement, Icon, Text } from './button-parts';
import type { ConnectLabels } from './connect-labels';
import { useTokens } from './connect-theme-provider';
import { chatGlyph, errorGlyph, spinnerGlyph, successGlyph } from './glyphs';
import { oneOf } from './one-of';
import type { StyledConnectButtonProps } from './styled-connect-button';
import { tokens } from './theme-variables';
import { ThemedButton } from './themed-button';
import { useLabels } from './use-labels';
import { variants } from './variants';

/** The look, as `StyledConnectButton` takes it. */
type Look = Pick<
  StyledConnectButtonProps,
  'variant' | 'size' | 'fullWidth' | 'startIcon' | 'endIcon' | 'lang' | 'theme'
>;

/** Everything `EmbeddedSignupButton` takes, and the look. */
export type StyledEmbeddedSignupButtonProps<Exchanged = unknown> =
  EmbeddedSignupButtonProps<Exchanged> &
    Look & {
      /** The text before a signup; beats `labels.idle`. @default that of the language */
      children?: ReactNode | undefined;
      /**
       * Texts of your own, each in place of the ready one. `preparing` is shown where a click waits for
       * Meta's SDK.
       */
      labels?: Partial<Omit<ConnectLabels, 'signing'>> | undefined;
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

const statusGlyphs: Partial<Record<OnboardingStatus, ReactNode>> = {
  preparing: spinnerGlyph,
  open: spinnerGlyph,
  completed: successGlyph,
  failed: errorGlyph,
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
  const {
    variant = 'solid',
    size = 'medium',
    fullWidth = false,
    startIcon = chatGlyph,
    endIcon,
    labels: ownLabels,
    theme,
    children,
    ...others
  } = props;
  // What is left is the unstyled button's; the compiler does not follow a rest of a generic type.
  const rest = others as unknown as EmbeddedSignupButtonProps<Exchanged>;
  const { status, told, open } = useToldSignup(rest);
  const { labels, foreign } = useLabels(ownLabels, props.lang);
  const { colorScheme, differences } = useTokens(theme);
  const isAtRest = told === 'idle' || told === 'cancelled';
  const ownText = isAtRest ? children : undefined;
  const icon = statusGlyphs[told] ?? startIcon;
  return (
    <>
      <ThemedButton
        {...embeddedSignupAttributes(rest, { status, open })}
        ref={ref}
        $variant={oneOf(variants, variant, 'solid')}
        $size={oneOf(tokens.spacing, size, 'medium')}
        $fullWidth={fullWidth}
        $colorScheme={colorScheme}
        $differences={differences}
      >
        {icon != null && <Icon aria-hidden="true">{icon}</Icon>}
        <Text lang={ownText == null ? foreign : undefined}>
          {ownText ?? labels[isAtRest ? 'idle' : told]}
        </Text>
        {endIcon != null && <Icon aria-hidden="true">{endIcon}</Icon>}
      </ThemedButton>
      {/* A sibling: what is inside a button is not heard. It is there before it has to say anything. */}
      <Announcement role="status" lang={foreign}>
        {told === 'idle' ? '' : labels[told]}
      </Announcement>
    </>
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
