import bench from '../docs/bench.json' with { type: 'json' };
import differences from '../docs/differences.json' with { type: 'json' };
import sizes from '../docs/sizes.json' with { type: 'json' };
import { markdownTable } from './markdown-table';

/** What `npm run measure` writes to `docs/sizes.json`. */
export type Sizes = { what: string; bytes: number; limit?: number }[];

/** What `npm run bench` writes to `docs/bench.json`: medians. */
export type Bench = typeof bench;

/** What `test/package/drop-in.test.ts` writes to `docs/differences.json`. */
export type Differences = { what: string; published: string; ours: string }[];

const published = '`360dialog-connect-button` 1.0.2';
const ours = '`react-360dialog-connect`';

/** The tables that are made of measured data, by name. */
export const figureTables = (): Record<string, string> => ({
  sizes: sizesTable(sizes),
  bench: benchTable(bench),
  differences: markdownTable([
    ['what', published, ours],
    ...differences.map(({ what, published, ours }) => [what, published, ours]),
  ]),
});

const sizesTable = (sizes: Sizes) =>
  markdownTable([
    ['imported', 'bytes', 'limit'],
    ...sizes.map(({ what, bytes, limit }) => [what, grouped(bytes), limit ? grouped(limit) : '']),
  ]);

const grouped = (count: number) => count.toLocaleString('en');
const ms = (time: number) => `${time} ms`;
const ratio = (a: number, b: number) => (a / b).toFixed(2);

function benchTable({ rounds, landingMs, loads, clickMs, mountMs, listeners }: Bench): string {
  const landing = (
    what: string,
    times: Bench['landingMs']['small'],
    way: 'script' | 'least' | 'button',
    goal = '',
  ) => [what, ms(times.published), ms(times[way]), ratio(times[way], times.published), goal];
  const { small, large } = landingMs;
  return markdownTable([
    [
      `medians of ${rounds.small} runs; ${rounds.large} with the larger app`,
      published,
      ours,
      'ratio',
      'goal',
    ],
    landing('redirect lands → `callback`: redirect script, small app', small, 'script', '0.20'),
    landing('the same, larger app', large, 'script', '0.20'),
    landing('any page at all, of one line of script: small app', small, 'least'),
    landing('the same, larger app', large, 'least'),
    landing('button alone, small app', small, 'button', '0.50'),
    landing('the same, larger app', large, 'button', '0.50'),
    ['documents loaded in the app’s window', `${loads.published}`, `${loads.button}`, '', '1'],
    [
      `click → request at the hub (bare \`window.open\`: ${ms(clickMs.bare)})`,
      ms(clickMs.published),
      ms(clickMs.ours),
      `${ratio(clickMs.ours, clickMs.bare)} of bare`,
      '1.00',
    ],
    [
      `mounting 1,000 buttons (plain ones: ${ms(mountMs.plain)})`,
      ms(mountMs.published),
      ms(mountMs.ours),
      `${ratio(mountMs.ours, mountMs.plain)} of plain`,
      '1.30',
    ],
    [
      'listeners on the window after 100 clicks',
      `${listeners.published}`,
      `${listeners.ours}`,
      '',
      '',
    ],
  ]);
}
