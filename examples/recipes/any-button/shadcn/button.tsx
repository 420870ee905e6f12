import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { Slot } from './slot';
import './button.css';

type ButtonProps = ComponentPropsWithoutRef<'button'> & {
  variant?: 'default' | 'outline';
  size?: 'default' | 'lg';
  /** The look goes to the child, which is a button of its own. */
  asChild?: boolean;
};

/** Stands for the Button of shadcn/ui: variants are class names, everything else is handed on. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { className = '', variant = 'default', size = 'default', asChild = false, ...props },
  ref,
) {
  const Component = asChild ? Slot : 'button';
  const classes = `sc-button sc-button-${variant} sc-button-size-${size} ${className}`.trim();
  return <Component {...props} className={classes} ref={ref} />;
});
