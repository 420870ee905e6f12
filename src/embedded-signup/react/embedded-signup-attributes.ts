import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react';
import type { EmbeddedSignupOptions } from '../types';
import type { EmbeddedSignupHook } from './use-embedded-signup';

type Attributes = ButtonHTMLAttributes<HTMLButtonElement>;

/** Every option of the hook, and every attribute of a `<button>`. */
export type EmbeddedSignupButtonProps<Exchanged = unknown> = EmbeddedSignupOptions<Exchanged> &
  Omit<Attributes, keyof EmbeddedSignupOptions> & {
    /** What stands on the button. @default 'Connect WhatsApp' */
    children?: ReactNode | undefined;
  };

/** An option that is forgotten below is no `never`, and so an error of the compiler. */
type NoOption = { [Option in keyof EmbeddedSignupOptions]?: never };

/** Everything that the `<button>` gets: the app's attributes, and what makes it the signup's button. */
export function embeddedSignupAttributes<Exchanged>(
  props: EmbeddedSignupButtonProps<Exchanged>,
  { status, open }: Pick<EmbeddedSignupHook<Exchanged>, 'status' | 'open'>,
): Attributes {
  const {
    appId,
    configId,
    callback,
    solutionId,
    graphVersion,
    coexistence,
    setup,
    extras,
    exchange,
    expectedNumber,
    locale,
    nonce,
    origins,
    sdkUrl,
    preload,
    sdkTimeout,
    graceMs,
    timeout,
    onCancel,
    onError,
    onStatusChange,
    onEvent,
    signal,
    // Also where they are given as `undefined`.
    type = 'button',
    children = 'Connect WhatsApp',
    onClick,
    ...others
  } = props;
  const attributes: Attributes & NoOption = others;
  const behavior = { 'data-status': status, 'aria-busy': status === 'open' || undefined };
  return {
    type,
    children,
    ...attributes,
    ...behavior,
    onClick(event: MouseEvent<HTMLButtonElement>) {
      onClick?.(event);
      // Unlike `disabled`, it does not stop the click by itself.
      const isOff = event.currentTarget.getAttribute('aria-disabled') === 'true';
      if (!event.defaultPrevented && !isOff) open();
    },
  };
}
