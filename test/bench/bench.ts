/**
 * `npm run bench`: the published button and ours in turn, in one Chromium with a CPU that is four
 * times as slow. Prints the medians and writes the README's table.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { markdownTable } from '../helpers/markdown-table';
import { openLab } from './lab';
import { measureAll, type Way } from './measure-all';

const rounds = 15;

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

async function measure() {
  const lab = await openLab();
  try {
    return await measureAll(lab, rounds);
  } finally {
    await lab.close();
  }
}

const { small, large, mounts, listeners } = await measure();
const ms = (values: number[]) => `${median(values).toFixed(0)} ms`;
const ratio = (values: number[], to: number[]) => (median(values) / median(to)).toFixed(2);

type App = typeof small;
const landing = (app: App, way: Way) => app[way].map(({ landingMs }) => landingMs);
const clicks = (...ways: Way[]) => ways.flatMap((way) => small[way].map(({ clickMs }) => clickMs));
const loads = (way: Way) => String(Math.max(...small[way].map((flow) => flow.loads)));

const landingRow = (name: string, app: App, way: Way, goal = '') => [
  name,
  ms(landing(app, 'published')),
  ms(landing(app, way)),
  ratio(landing(app, way), landing(app, 'published')),
  goal,
];

const rows = [
  ['', '`360dialog-connect-button` 1.0.2', 'this package', 'ratio', 'goal'],
  landingRow('redirect lands → `callback`: redirect script, small app', small, 'script', '0.20'),
  landingRow('the same, larger app', large, 'script', '0.20'),
  landingRow('any page at all, of one line of script: small app', small, 'least'),
  landingRow('the same, larger app', large, 'least'),
  landingRow('button alone, small app', small, 'button', '0.50'),
  landingRow('the same, larger app', large, 'button', '0.50'),
  ['documents loaded in the app’s window', loads('published'), loads('button'), '', '1'],
  [
    `click → request at the hub (bare \`window.open\`: ${ms(small.bareMs)})`,
    ms(clicks('published')),
    ms(clicks('button', 'script', 'least')),
    `${ratio(clicks('button', 'script', 'least'), small.bareMs)} of bare`,
    '1.00',
  ],
  [
    `mounting 1,000 buttons (plain ones: ${ms(mounts.plain)})`,
    ms(mounts.published),
    ms(mounts.ours),
    `${ratio(mounts.ours, mounts.plain)} of plain`,
    '1.30',
  ],
  [
    'listeners on the window after 100 clicks',
    String(listeners.published),
    String(listeners.ours),
    '',
    '',
  ],
];
const table = markdownTable(rows);
process.stdout.write(`${table}\n`);

const readme = await readFile('README.md', 'utf8');
const marked = /(?<=<!-- bench: .* -->\n\n)[\s\S]*?(?=\n\n<!-- \/bench -->)/;
if (!marked.test(readme)) throw new Error('README.md has no place for the table.');
await writeFile(
  'README.md',
  readme.replace(marked, () => table),
);
