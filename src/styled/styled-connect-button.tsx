'use client';

import { forwardRef, type ReactNode } from 'react';
import type { OnboardingStatus } from '../core/types';
import {
  type ConnectButtonProps,
  connectButtonAttributes,
} from '../react/connect-button-attributes';
import { useConnectButton } from '../react/use-connect-button';
import { Announcement, Icon, Text } from './button-parts';
import type { ConnectLabels } from './connect-labels';
import type { ConnectThemeOverride } from './connect-theme';
import { useTokens } from './connect-theme-provider';
import { chatGlyph, errorGlyph, spinnerGlyph, successGlyph } from './glyphs';
import { oneOf } from './one-of';
import { tokens } from './theme-variables';
import { type ConnectButtonSize, ThemedButton } from './themed-button';
import { useLabels } from './use-labels';
import { type ConnectButtonVariant, variants } from './variants';

const { spacing } = tokens;

/** Everything `ConnectButton` takes, and the look. */
export type StyledConnectButtonProps = Omit<ConnectButtonProps, 'label'> & {
  /** The text before an attempt; beats `labels.idle`. @default that of the language */
  label?: ReactNode | undefined;
  /** How much the button stands out. @default 'solid' */
  variant?: ConnectButtonVariant | undefined;
  /** `medium` and `large` are at least 44 px high and wide. @default 'medium' */
  size?: ConnectButtonSize | undefined;
  /** As wide as what it stands in. @default false */
  fullWidth?: boolean | undefined;
  /**
   * Before the text; `null` for none. A spinner, a tick or a warning stands there while the status
   * calls for it.
   *
   * @default a chat bubble
   */
  startIcon?: ReactNode | undefined;
  /** After the text. @default none */
  endIcon?: ReactNode | undefined;
  /** Texts of your own, each in place of the ready one. */
  labels?: Partial<ConnectLabels> | undefined;
  /**
   * The language of the texts, like `pt` or `de-AT`. Give it on a page that a server renders, which does
   * not know the page's.
   * @default that of the page, else English
   */
  lang?: string | undefined;
  /** Tokens for this button alone. */
  theme?: ConnectThemeOverride | undefined;
};

const statusGlyphs: Partial<Record<OnboardingStatus, ReactNode>> = {
  preparing: spinnerGlyph,
  signing: spinnerGlyph,
  open: spinnerGlyph,
  completed: successGlyph,
  failed: errorGlyph,
};

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
  function StyledConnectButton(props, ref) {
    const {
      variant = 'solid',
      size = 'medium',
      fullWidth = false,
      startIcon = chatGlyph,
      endIcon,
      labels: ownLabels,
      theme,
      label,
      children = label,
      ...others
    } = props;
    const { status, buttonProps } = useConnectButton(others);
    const { labels, foreign } = useLabels(ownLabels, others.lang);
    const { colorScheme, differences } = useTokens(theme);
    const isAtRest = status === 'idle' || status === 'cancelled';
    const ownText = isAtRest ? children : undefined;
    const icon = statusGlyphs[status] ?? startIcon;
    return (
      <>
        <ThemedButton
          {...connectButtonAttributes(others, buttonProps)}
          ref={ref}
          $variant={oneOf(variants, variant, 'solid')}
          $size={oneOf(spacing, size, 'medium')}
          $fullWidth={fullWidth}
          $colorScheme={colorScheme}
          $differences={differences}
        >
          {icon != null && <Icon aria-hidden="true">{icon}</Icon>}
          {ownText == null ? (
            <Text lang={foreign}>{labels[isAtRest ? 'idle' : status]}</Text>
          ) : (
            <Text>{ownText}</Text>
          )}
          {endIcon != null && <Icon aria-hidden="true">{endIcon}</Icon>}
        </ThemedButton>
        {/* A sibling: what is inside a button is not heard. It is there before it has to say anything. */}
        <Announcement role="status" lang={foreign}>
          {status === 'idle' ? '' : labels[status]}
        </Announcement>
      </>
    );
  },
);
