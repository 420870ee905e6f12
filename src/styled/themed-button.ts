'use client';

import { styled } from 'styled-components';
import { type ConnectColorScheme, standardDeclarations, tokens } from './theme-variables';
import { type ConnectButtonVariant, variants } from './variants';

const { color, radius, spacing, type, motion } = tokens;

/** `medium` and `large` are at least 44 px high and wide. */
export type ConnectButtonSize = 'small' | 'medium' | 'large';

/** The tokens as they come, in a class that all buttons of a color scheme share. */
const Tokens = styled.button.withConfig({ componentId: 'connect-button-tokens' })<{
  $colorScheme: ConnectColorScheme;
}>`
  ${({ $colorScheme }) => standardDeclarations[$colorScheme]}
`;

/** What a theme has otherwise, in a class that all its buttons share. */
const Themed = styled(Tokens).withConfig({ componentId: 'connect-button-theme' })<{
  $differences: string;
}>`
  ${({ $differences }) => $differences}
`;

type Look = {
  $variant: ConnectButtonVariant;
  $size: ConnectButtonSize;
  $fullWidth: boolean;
  $iconOnly: boolean;
};

/** The button with a look. The IDs are fixed, so that server and client name classes alike. */
export const ThemedButton = styled(Themed).withConfig({ componentId: 'connect-button' })<Look>`
  ${({ $variant }) => variants[$variant]}
  display: ${({ $fullWidth }) => ($fullWidth ? 'grid' : 'inline-grid')};
  ${({ $fullWidth }) => $fullWidth && 'inline-size: 100%;'}
  grid-template-columns: auto;
  place-content: center;
  align-items: center;
  vertical-align: middle;
  gap: ${({ $size }) => spacing[$size].gap};
  box-sizing: border-box;
  min-block-size: ${({ $size }) => spacing[$size].minimum};
  min-inline-size: ${({ $size }) => spacing[$size].minimum};
  max-inline-size: 100%;
  margin: 0;
  padding-block: ${({ $size }) => spacing[$size].block};
  padding-inline: ${({ $size, $iconOnly }) =>
    $iconOnly ? spacing[$size].block : `min(${spacing[$size].inline}, 5vw)`};
  border: 1px solid var(--_border);
  border-radius: ${radius.button};
  background: var(--_rest);
  color: var(--_text);
  font-family: ${type.family};
  font-size: ${({ $size }) => type[$size]};
  font-weight: ${type.weight};
  line-height: ${type.lineHeight};
  letter-spacing: normal;
  text-transform: none;
  text-decoration: none;
  cursor: pointer;
  appearance: none;
  -webkit-tap-highlight-color: transparent;

  @media (hover: hover) {
    &:hover { background: var(--_hover); }
  }
  &:active { background: var(--_active); }
  &:focus-visible {
    outline: 3px solid ${color.focus};
    outline-offset: 2px;
  }
  &[aria-busy='true'] { cursor: progress; }
  &:disabled, &[aria-disabled='true'] { cursor: not-allowed; }

  @media (prefers-reduced-motion: no-preference) {
    transition: background-color ${motion.duration} ${motion.easing};
  }
  @media (prefers-contrast: more) {
    border: 2px solid var(--_edge);
    &:focus-visible { outline-width: 4px; }
  }
  @media (forced-colors: active) {
    border: 1px solid ButtonText;
    &:focus-visible { outline-color: Highlight; }
    &:disabled, &[aria-disabled='true'] { border-color: GrayText; color: GrayText; }
  }
`;
