import type { ReactNode } from 'react';
import { Wide } from './wide';
import './flow-drawing.css';

/** Three windows in a row: what happens between the click and the result. */
export function FlowDrawing() {
  return (
    <figure className="flow">
      <Wide name="The flow" className="flow-picture">
        <svg viewBox="12 30 696 286" role="img" aria-labelledby="flow-title flow-text">
          <title id="flow-title">The flow</title>
          <desc id="flow-text">
            A click in your app opens the hub in a popup. The client signs up there and permits
            numbers. The hub sends the popup to your redirect page, which hands the result to your
            app and closes.
          </desc>
          <defs>
            <marker id="flow-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" orient="auto">
              <path d="M0 0 8 4 0 8z" className="flow-tip" />
            </marker>
          </defs>

          <Card x={20} title="Your app">
            <rect x={52} y={96} width={146} height={12} rx={6} className="flow-line" />
            <rect x={52} y={118} width={110} height={12} rx={6} className="flow-line" />
            <rect x={52} y={148} width={146} height={40} rx={8} className="flow-accent" />
            <text x={125} y={173} className="flow-on-accent">
              Connect
            </text>
          </Card>
          <Card x={260} title="The hub, in a popup">
            <circle cx={302} cy={112} r={13} className="flow-line" />
            <rect x={324} y={106} width={112} height={12} rx={6} className="flow-line" />
            <Tick y={146} text="+49 30 … 01" />
            <Tick y={176} text="+49 30 … 02" />
          </Card>
          <Card x={500} title="Your redirect page">
            <rect x={532} y={96} width={146} height={42} rx={8} className="flow-code" />
            <text x={605} y={122} className="flow-mono">
              ?client=…
            </text>
            <text x={605} y={172} className="flow-small">
              closes by itself
            </text>
          </Card>

          <path d="M218 150h34" className="flow-arrow" />
          <path d="M460 150h32" className="flow-arrow" />
          <path d="M605 234v44H125v-36" className="flow-arrow" />
          <text x={236} y={136} className="flow-number">
            1
          </text>
          <text x={476} y={136} className="flow-number">
            2
          </text>
          <text x={365} y={268} className="flow-number">
            3
          </text>
          <text x={365} y={306} className="flow-mono">
            {'{ client, channels }'}
          </text>
        </svg>
      </Wide>
      <figcaption>
        <ol>
          <li>A click opens the hub. Your page stays as it is, with all that was typed into it.</li>
          <li>
            The client signs up, pays if need be, registers numbers and permits you to use them.
          </li>
          <li>Your redirect page hands the result to your app and closes. No reload.</li>
        </ol>
      </figcaption>
    </figure>
  );
}

const Card = ({ x, title, children }: { x: number; title: string; children: ReactNode }) => (
  <g>
    <rect x={x} y={40} width={200} height={194} rx={14} className="flow-card" />
    <path d={`M${x} 76h200`} className="flow-edge" />
    <text x={x + 100} y={64} className="flow-title">
      {title}
    </text>
    {children}
  </g>
);

const Tick = ({ y, text }: { y: number; text: string }) => (
  <g>
    <rect x={290} y={y} width={18} height={18} rx={4} className="flow-accent" />
    <path d={`M294 ${y + 9}l4 4 7-8`} className="flow-check" />
    <text x={318} y={y + 14} className="flow-start">
      {text}
    </text>
  </g>
);
