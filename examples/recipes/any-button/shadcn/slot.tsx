import {
  type ComponentPropsWithoutRef,
  cloneElement,
  forwardRef,
  isValidElement,
  type ReactElement,
} from 'react';

type Handler = (...args: unknown[]) => void;
type Props = Record<string, unknown>;

/** Stands for Radix's Slot: its props become its child's; of two handlers, the child's runs first. */
export const Slot = forwardRef<HTMLElement, ComponentPropsWithoutRef<'button'>>(function Slot(
  { children, ...props },
  ref,
) {
  if (!isValidElement(children)) return null;
  const child = children as ReactElement<Props>;
  const merged: Props = { ...props, ...child.props };
  for (const [name, handler] of Object.entries<unknown>(props)) {
    const own = child.props[name];
    if (!/^on[A-Z]/.test(name) || typeof own !== 'function') continue;
    merged[name] = (...args: unknown[]) => {
      (own as Handler)(...args);
      (handler as Handler)(...args);
    };
  }
  merged['className'] = [props.className, child.props['className']].filter(Boolean).join(' ');
  return cloneElement(child, { ...merged, ref } as Props);
});
