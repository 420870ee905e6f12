import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type PointerEvent,
  type ReactNode,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import './button.css';

type ButtonProps = {
  children: ReactNode;
  variant?: 'contained' | 'outlined';
  loading?: boolean;
  /** Props of the elements that it is made of. */
  slotProps?: { root?: ComponentPropsWithoutRef<'button'> };
};

/** Stands for a button of MUI: it needs its element itself, for its ripple, and takes what is yours by slots. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { children, variant = 'contained', loading = false, slotProps: { root = {} } = {} },
  ref,
) {
  const element = useRef<HTMLButtonElement>(null);
  useImperativeHandle(ref, () => element.current!);
  const [ripple, setRipple] = useState<{ left: number; top: number }>();

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    root.onPointerDown?.(event);
    const { left, top } = element.current!.getBoundingClientRect();
    setRipple({ left: event.clientX - left, top: event.clientY - top });
  };
  return (
    <button
      type="button"
      {...root}
      className={`mu-button mu-button-${variant} ${root.className ?? ''}`.trim()}
      onPointerDown={onPointerDown}
      ref={element}
    >
      {loading && <span className="mu-button-spinner" />}
      {children}
      {ripple && (
        <span className="mu-button-ripple" style={ripple} key={`${ripple.left} ${ripple.top}`} />
      )}
    </button>
  );
});
