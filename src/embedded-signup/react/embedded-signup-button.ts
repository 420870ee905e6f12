'use client';

import { createElement, type ForwardedRef, forwardRef, type ReactElement, type Ref } from 'react';
import {
  type EmbeddedSignupButtonProps,
  embeddedSignupAttributes,
} from './embedded-signup-attributes';
import { useEmbeddedSignup } from './use-embedded-signup';

export type { EmbeddedSignupButtonProps };

function Button<Exchanged>(
  props: EmbeddedSignupButtonProps<Exchanged>,
  ref: ForwardedRef<HTMLButtonElement>,
): ReactElement {
  const attributes = embeddedSignupAttributes(props, useEmbeddedSignup(props));
  // biome-ignore lint/a11y/useButtonType: it is among the attributes, and the app may set it
  return createElement('button', { ...attributes, ref });
}

/**
 * An unstyled button that runs Meta's Embedded Signup in a window and hands you the result.
 *
 * Your `onClick` runs first; `preventDefault()` in it stops the launch, as `aria-disabled` does.
 * `data-status` tells where the signup is, `aria-busy` that Meta's window is open.
 *
 * @example
 * <EmbeddedSignupButton
 *   appId="1234567890"
 *   configId="9876543210"
 *   callback={({ wabaId, phoneNumberId }) => save(wabaId, phoneNumberId)}
 * />
 */
export const EmbeddedSignupButton = forwardRef(Button) as (<Exchanged = unknown>(
  props: EmbeddedSignupButtonProps<Exchanged> & { ref?: Ref<HTMLButtonElement> },
) => ReactElement) & { displayName?: string };

EmbeddedSignupButton.displayName = 'EmbeddedSignupButton';
