import { connectTheme } from 'react-360dialog-connect/styled';
import { type ColorPair, colorPairs, pages, schemes } from '../scripts/color-pairs';
import { WideTable } from './wide-table';

/** What is written about the colors, on the page of its kind. */
const ink = { light: '#16202a', dark: '#e6edf2' };

/** The colors of the themed button, each with its contrast: light beside dark. */
export const Swatches = () => (
  <div className="swatches">
    {schemes.map((scheme) => (
      <WideTable key={scheme} style={{ background: pages[scheme], color: ink[scheme] }}>
        <caption>{scheme}</caption>
        <thead>
          <tr>
            <th scope="col">color</th>
            <th scope="col">on</th>
            <th scope="col">contrast</th>
          </tr>
        </thead>
        <tbody>
          {colorPairs(scheme).map((pair) => (
            <Swatch key={`${pair.tone} ${pair.on}`} {...pair} />
          ))}
        </tbody>
      </WideTable>
    ))}
  </div>
);

const Swatch = ({ tone, on, front, ground, ratio }: ColorPair) => (
  <tr>
    <th scope="row">
      {tone}
      <small>{front}</small>
    </th>
    <td>
      <span
        className="swatch"
        style={
          tone === 'focus'
            ? { outline: `3px solid ${front}`, outlineOffset: '-3px' }
            : { background: ground, color: front }
        }
      >
        {tone === 'focus' ? '' : on}
      </span>
      <small>{ground}</small>
    </td>
    <td>{ratio.toFixed(1)}:1</td>
  </tr>
);

/** The measures and the motion, drawn to size. */
export function Measures() {
  const { spacing, type, radius, motion } = connectTheme;
  const sizes = ['small', 'medium', 'large'] as const;
  return (
    <div className="measures">
      <WideTable>
        <caption>Sizes</caption>
        <thead>
          <tr>
            <th scope="col">size</th>
            <th scope="col">measures</th>
          </tr>
        </thead>
        <tbody>
          {sizes.map((size) => (
            <tr key={size}>
              <th scope="row">
                <span
                  className="measure"
                  style={{
                    minBlockSize: spacing[size].minimum,
                    paddingInline: spacing[size].inline,
                    borderRadius: radius.button,
                    fontSize: type[size],
                  }}
                >
                  {size}
                </span>
              </th>
              <td>
                at least {spacing[size].minimum} high and wide
                <br />
                padding {spacing[size].block} and {spacing[size].inline}, gap {spacing[size].gap}
                <br />
                text {type[size]}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <p>
        Corners {radius.button}. Hover and press change color in {motion.duration} ({motion.easing}
        ); a turn of the spinner takes {motion.spin}. With reduced motion, neither moves.
      </p>
    </div>
  );
}
