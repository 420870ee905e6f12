/**
 * `npm run bench`: the published button and ours in turn, in one Chromium with a CPU that is four
 * times as slow. Prints the medians and writes the README's table.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { markdownTable } from '../helpers/markdown-table';
import { openLab } from './lab';
import { measureAll } from './measure-all';

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

const { clicks, landings, loads, mounts, listeners } = await measure();
const landing = (by: string) => median(landings[by]!);
const click = (by: string) => median(clicks[by]!);
const mount = (by: string) => median(mounts[by]!);
const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const ratio = (value: number, to: number) => (value / to).toFixed(2);

const rows = [
  ['', '`360dialog-connect-button` 1.0.2', 'this package', 'ratio', 'goal'],
  [
    'redirect lands → `callback`, with the redirect script',
    ms(landing('published')),
    ms(landing('script')),
    ratio(landing('script'), landing('published')),
    '0.20',
  ],
  [
    'the same with the button alone',
    ms(landing('published')),
    ms(landing('button')),
    ratio(landing('button'), landing('published')),
    '0.50',
  ],
  ['documents loaded in the app’s window', String(loads.published), String(loads.ours), '', '1'],
  [
    `click → request at the hub (bare \`window.open\`: ${ms(click('bare'))})`,
    ms(click('published')),
    ms(click('ours')),
    `${ratio(click('ours'), click('bare'))} of bare`,
    '1.00',
  ],
  [
    `mounting 1,000 buttons (plain ones: ${ms(mount('plain'))})`,
    ms(mount('published')),
    ms(mount('ours')),
    `${ratio(mount('ours'), mount('plain'))} of plain`,
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
