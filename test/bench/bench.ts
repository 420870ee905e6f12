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
const ms = (values: number[]) => `${median(values).toFixed(0)} ms`;
const ratio = (values: number[], to: number[]) => (median(values) / median(to)).toFixed(2);

const rows = [
  ['', '`360dialog-connect-button` 1.0.2', 'this package', 'ratio', 'goal'],
  [
    'redirect lands → `callback`, with the redirect script',
    ms(landings.published),
    ms(landings.script),
    ratio(landings.script, landings.published),
    '0.20',
  ],
  [
    'the same with the button alone',
    ms(landings.published),
    ms(landings.button),
    ratio(landings.button, landings.published),
    '0.50',
  ],
  ['documents loaded in the app’s window', String(loads.published), String(loads.ours), '', '1'],
  [
    `click → request at the hub (bare \`window.open\`: ${ms(clicks.bare)})`,
    ms(clicks.published),
    ms(clicks.ours),
    `${ratio(clicks.ours, clicks.bare)} of bare`,
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
