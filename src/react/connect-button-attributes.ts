import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react';
import type { OnboardingOptions } from '../core/types';
import type { ConnectButtonBehavior } from './use-connect-button';

/** Every option of the hook, and every attribute of a `<button>`. */
export type ConnectButtonProps = OnboardingOptions &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof OnboardingOptions> & {
    /** What stands on the button. @default 'Connect 360dialog' */
    label?: ReactNode | undefined;
    /** Instead of `label`. */
    children?: ReactNode | undefined;
    /** The button's classes, in place of the usual one. @default '360dialog-connect-button' */
    className?: string | undefined;
    /** Has no effect, as in `360dialog-connect-button`. @deprecated leave it out */
    useNewRedirect?: boolean | undefined;
  };

type Attributes = ButtonHTMLAttributes<HTMLButtonElement>;

/**
 * An option that is forgotten below is no `never`, and so an error of the compiler. `name` is an attribute
 * of buttons, too.
 */
type NoOption = { [Option in Exclude<keyof OnboardingOptions, 'name'>]?: never };

/** Everything that the `<button>` gets: the app's attributes, and what makes it the connect button. */
export function connectButtonAttributes(
  props: ConnectButtonProps,
  { type: button, onPointerDown, onClick: launch, ...status }: ConnectButtonBehavior,
): Attributes {
  const {
    partnerId,
    callback,
    onCancel,
    onError,
    onStatusChange,
    prepare,
    fetchIoSignature,
    popup,
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
    abandonAfter,
    useNewRedirect,
    label = 'Connect 360dialog',
    // Also where they are given as `undefined`.
    children = label,
    type = button,
    className,
    onClick,
    ...others
  } = props;
  const attributes: Attributes & NoOption = others;
  return {
    children,
    type,
    // An app's own may well replace it.
    onPointerDown,
    ...attributes,
    className: className || '360dialog-connect-button',
    ...status,
    onClick(event: MouseEvent<HTMLButtonElement>) {
      onClick?.(event);
      launch(event);
    },
  };
}
