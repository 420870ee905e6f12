'use client';

import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from 'react';
import { isRunning } from '../core/is-running';
import type { OnboardingStatus } from '../core/types';
import { ButtonFaces, IconOf } from './button-faces';
import { HeardOnly } from './button-parts';
import { type ConnectLabelsOverride, connectLabels } from './connect-labels';
import type { ConnectThemeOverride } from './connect-theme';
import { useTokens } from './connect-theme-provider';
import { drawn } from './drawn';
import { chatGlyph } from './glyphs';
import { oneOf } from './one-of';
import { tokens } from './theme-variables';
import { type ConnectButtonSize, ThemedButton } from './themed-button';
import { useLabels } from './use-labels';
import { type ConnectButtonVariant, variants } from './variants';

const { spacing } = tokens;

/** How a themed button looks, and what it says. */
export type ConnectButtonLook = {
  /** The text before an attempt; beats `labels.idle`. @default that of the language */
  label?: ReactNode | undefined;
  /** How much the button stands out. @default 'solid' */
  variant?: ConnectButtonVariant | undefined;
  /** `medium` and `large` are at least 44 px high and wide. @default 'medium' */
  size?: ConnectButtonSize | undefined;
  /** As wide as what it stands in. @default false */
  fullWidth?: boolean | undefined;
  /**
   * Shows `startIcon` alone, in a square; the text is the name that a screen reader reads. Give a `title`,
   * too, for those who see.
   * @default false
   */
  iconOnly?: boolean | undefined;
  /**
   * Before the text; `null` for none. A spinner, a tick or a warning stands there while the status
   * calls for it.
   *
   * @default a chat bubble
   */
  startIcon?: ReactNode | undefined;
  /** After the text. An arrow is yours to turn on right-to-left pages. @default none */
  endIcon?: ReactNode | undefined;
  /** Texts of your own, each in place of the ready one. */
  labels?: ConnectLabelsOverride | undefined;
  /**
   * The language of the texts, like `pt` or `de-AT`. Give it on a page that a server renders, which does
   * not know the page's.
   * @default that of the page, else English
   */
  lang?: string | undefined;
  /**
   * Tells a screen reader of each change of status, in a `role="status"` beside the button. Switch it off
   * where your app tells in a region of its own, or everything is heard twice.
   * @default true
   */
  announce?: boolean | undefined;
  /** Tokens for this button alone. */
  theme?: ConnectThemeOverride | undefined;
};

/** Every attribute of a `<button>`, the look, and the status to show. */
export type ConnectButtonViewProps = ButtonHTMLAttributes<HTMLButtonElement> &
  ConnectButtonLook & {
    /** Where the attempt is: `status` of `useConnectButton`. @default 'idle' */
    status?: OnboardingStatus | undefined;
  };

/**
 * The look of `StyledConnectButton` at a status, and nothing else: a press does what your `onClick` does. For
 * an attempt that you start with a hook of your own, and for pictures, tests and design.
 *
 * @example
 * const { status, buttonProps } = useConnectButton({ partnerId: 'aAbBcCPA', callback: save });
 * return <ConnectButtonView {...buttonProps} status={status} variant="outline" />;
 */
export const ConnectButtonView = forwardRef<HTMLButtonElement, ConnectButtonViewProps>(
  function ConnectButtonView(props, ref) {
    const {
      status: given,
      variant = 'solid',
      size = 'medium',
      fullWidth = false,
      iconOnly = false,
      announce = true,
      startIcon = chatGlyph,
      endIcon,
      labels,
      theme,
      label,
      children = label,
      ...attributes
    } = props;
    const status = oneOf(connectLabels.en, given, 'idle');
    // As HTML has it: `pt-BR` of `pt_BR`.
    const lang = attributes.lang?.replaceAll('_', '-');
    const labelAt = useLabels(labels, lang);
    const { colorScheme, differences } = useTokens(theme);
    const told = labelAt(status);
    return (
      <>
        <ThemedButton
          type="button"
          {...attributes}
          lang={lang}
          data-status={status}
          aria-busy={isRunning(status) || undefined}
          ref={ref}
          $variant={oneOf(variants, variant, 'solid')}
          $size={oneOf(spacing, size, 'medium')}
          $fullWidth={fullWidth}
          $iconOnly={iconOnly}
          $colorScheme={colorScheme}
          $differences={differences}
        >
          <ButtonFaces
            {...{ status, labelAt, iconOnly }}
            ownText={drawn(children)}
            startIcon={drawn(startIcon) ?? (iconOnly ? chatGlyph : null)}
          />
          {!iconOnly && <IconOf icon={drawn(endIcon)} />}
        </ThemedButton>
        {/* A sibling: what is inside a button is not heard. It is there before it has to say anything. */}
        {announce && (
          <HeardOnly role="status" lang={told.lang}>
            {status === 'idle' ? '' : told.text}
          </HeardOnly>
        )}
      </>
    );
  },
);
