import { useLayoutEffect, useRef, useState } from 'react';
import {
  type ConnectButtonSize,
  ConnectButtonView,
  type ConnectButtonViewProps,
} from 'react-360dialog-connect/styled';
import { SideBySide } from './states-sheet';
import { english } from './story-frame';

const sizes: ConnectButtonSize[] = ['small', 'medium', 'large'];

const kinds: { caption: string; look: ConnectButtonViewProps }[] = [
  { caption: 'text', look: {} },
  { caption: 'iconOnly', look: { iconOnly: true } },
];

type LookProps = { look: ConnectButtonViewProps };

const rounded = (value: number) => Math.round(value * 10) / 10;

/** One button, and its width and height above it. */
function Measured({ caption, look }: LookProps & { caption: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [size, setSize] = useState('');
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { inlineSize, blockSize } = entry!.borderBoxSize[0]!;
      setSize(`${rounded(inlineSize)} × ${rounded(blockSize)} px`);
    });
    observer.observe(button.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <figure>
      <figcaption {...english}>
        {caption}: {size}
      </figcaption>
      <ConnectButtonView ref={button} announce={false} {...look} />
    </figure>
  );
}

/** Every size with its pixels. */
export const MeasuredSizes = ({ look }: LookProps) =>
  sizes.map((size) => (
    <SideBySide key={size} title={size}>
      <div className="states-cells">
        {kinds.map(({ caption, look: kind }) => (
          <Measured key={caption} caption={caption} look={{ ...look, ...kind, size }} />
        ))}
      </div>
    </SideBySide>
  ));
