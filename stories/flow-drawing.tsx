import { type ReactNode, useId } from 'react';
import './flow-drawing.css';

/** A place in the drawing, in its own units: x and y. */
type Place = [x: number, y: number];

type Arrangement = {
  viewBox: string;
  /** The upper left corners of the app, of the hub and of the redirect page. */
  cards: [app: Place, hub: Place, redirectPage: Place];
  /** Each step's arrow, and where its number stands. */
  steps: { arrow: string; number: Place }[];
  result: { place: Place; angle: number };
};

const row: Arrangement = {
  viewBox: '12 30 696 266',
  cards: [
    [20, 40],
    [260, 40],
    [500, 40],
  ],
  steps: [
    { arrow: 'M218 130h34', number: [236, 116] },
    { arrow: 'M460 130h32', number: [476, 116] },
    { arrow: 'M600 214v44H120v-36', number: [360, 248] },
  ],
  result: { place: [360, 286], angle: 0 },
};

const column: Arrangement = {
  viewBox: '12 32 280 608',
  cards: [
    [20, 40],
    [20, 252],
    [20, 464],
  ],
  steps: [
    { arrow: 'M120 214v32', number: [136, 236] },
    { arrow: 'M120 426v32', number: [136, 448] },
    { arrow: 'M220 552h40V128h-32', number: [244, 346] },
  ],
  result: { place: [272, 340], angle: 90 },
};

/** Three windows, beside each other or one below the other: what happens from the click to the result. */
export const FlowDrawing = () => (
  <figure className="flow">
    <Drawing className="flow-row" arrangement={row} />
    <Drawing className="flow-column" arrangement={column} />
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

function Drawing({ className, arrangement }: { className: string; arrangement: Arrangement }) {
  const id = useId();
  const { viewBox, cards, steps, result } = arrangement;
  return (
    <svg className={className} viewBox={viewBox} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>The flow</title>
      <desc id={`${id}d`}>
        A click in your app opens the hub in a popup. The client signs up there and permits numbers.
        The hub sends the popup to your redirect page, which hands the result to your app and
        closes.
      </desc>
      <defs>
        <marker id={`${id}m`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" orient="auto">
          <path d="M0 0 8 4 0 8z" className="flow-tip" />
        </marker>
      </defs>
      <App place={cards[0]} />
      <Hub place={cards[1]} />
      <RedirectPage place={cards[2]} />
      {steps.map(({ arrow, number: [x, y] }, step) => (
        <g key={arrow}>
          <path d={arrow} className="flow-arrow" markerEnd={`url(#${id}m)`} />
          <text x={x} y={y} className="flow-number">
            {step + 1}
          </text>
        </g>
      ))}
      <text
        className="flow-mono"
        transform={`translate(${result.place.join(' ')}) rotate(${result.angle})`}
      >
        {'{ client, channels }'}
      </text>
    </svg>
  );
}

const App = ({ place }: { place: Place }) => (
  <Card place={place} title="Your app">
    <rect x={32} y={56} width={136} height={12} rx={6} className="flow-line" />
    <rect x={32} y={78} width={100} height={12} rx={6} className="flow-line" />
    <rect x={32} y={108} width={136} height={40} rx={8} className="flow-accent" />
    <text x={100} y={133} className="flow-on-accent">
      Connect
    </text>
  </Card>
);

const Hub = ({ place }: { place: Place }) => (
  <Card place={place} title="The hub, in a popup">
    <circle cx={44} cy={68} r={13} className="flow-line" />
    <rect x={66} y={62} width={102} height={12} rx={6} className="flow-line" />
    <PermittedNumber y={98} text="+49 30 … 01" />
    <PermittedNumber y={128} text="+49 30 … 02" />
  </Card>
);

const RedirectPage = ({ place }: { place: Place }) => (
  <Card place={place} title="Your redirect page">
    <rect x={32} y={58} width={136} height={42} rx={8} className="flow-code" />
    <text x={100} y={84} className="flow-mono">
      ?client=…
    </text>
    <text x={100} y={134} className="flow-small">
      closes by itself
    </text>
  </Card>
);

const Card = ({ place, title, children }: { place: Place; title: string; children: ReactNode }) => (
  <g transform={`translate(${place.join(' ')})`}>
    <rect width={200} height={174} rx={14} className="flow-card" />
    <path d="M0 36h200" className="flow-edge" />
    <text x={100} y={24} className="flow-title">
      {title}
    </text>
    {children}
  </g>
);

const PermittedNumber = ({ y, text }: { y: number; text: string }) => (
  <g>
    <rect x={32} y={y} width={18} height={18} rx={4} className="flow-accent" />
    <path d={`M36 ${y + 9}l4 4 7-8`} className="flow-check" />
    <text x={60} y={y + 14} className="flow-start">
      {text}
    </text>
  </g>
);
