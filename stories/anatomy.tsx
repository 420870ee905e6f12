import { useLayoutEffect, useRef, useState } from 'react';
import { ConnectButtonView, type ConnectButtonViewProps } from 'react-360dialog-connect/styled';
import { SideBySide } from './states-sheet';
import { english } from './story-frame';
import { WideTable } from './wide-table';

type Part = { name: string; pixels: string; token: string };

const rounded = (value: string) => String(Math.round(Number.parseFloat(value) * 10) / 10);

/** What the browser computes of the measures, beside the tokens that they come from. */
function partsOf(button: HTMLElement, size: string): Part[] {
  const css = getComputedStyle(button);
  const icon = button.querySelector('svg');
  const iconSize = icon ? getComputedStyle(icon).inlineSize : '0';
  return [
    { name: 'least height and width', pixels: css.minBlockSize, token: `spacing.${size}.minimum` },
    {
      name: 'padding above and below',
      pixels: css.paddingBlockStart,
      token: `spacing.${size}.block`,
    },
    {
      name: 'padding at the sides',
      pixels: css.paddingInlineStart,
      token: `spacing.${size}.inline`,
    },
    { name: 'between icon and text', pixels: css.columnGap, token: `spacing.${size}.gap` },
    { name: 'text', pixels: css.fontSize, token: `type.${size}` },
    { name: 'icon', pixels: iconSize, token: '1.25 × the text' },
    { name: 'corner', pixels: css.borderStartStartRadius, token: 'radius.button' },
    { name: 'edge', pixels: css.borderTopWidth, token: '1 px, 2 px with more contrast' },
  ].map((part) => ({ ...part, pixels: rounded(part.pixels) }));
}

/** The button, and a table of its measures. */
export function Anatomy({ look }: { look: ConnectButtonViewProps }) {
  const frame = useRef<HTMLDivElement>(null);
  const [parts, setParts] = useState<Part[]>([]);
  const { size = 'medium' } = look;
  useLayoutEffect(() => {
    setParts(partsOf(frame.current!.querySelector('button')!, size));
  }, [size]);
  return (
    <>
      <SideBySide title={size}>
        <div ref={frame} className="anatomy">
          <ConnectButtonView announce={false} {...look} />
          <ConnectButtonView announce={false} {...look} variant="outline" />
        </div>
      </SideBySide>
      <WideTable className="states-table" {...english}>
        <thead>
          <tr>
            <th scope="col">part</th>
            <th scope="col">px</th>
            <th scope="col">token</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, pixels, token }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{pixels}</td>
              <td>{token}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  );
}
