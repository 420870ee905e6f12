/**
 * `npm run bench`: the published button and ours in turn, in one Chromium with a CPU that is four
 * times as slow. Writes the medians to `docs/bench.json`, of which `npm run docs` makes the table.
 */
import { writeFile } from 'node:fs/promises';
import type { Bench } from '../../scripts/figure-tables';
import { openLab } from './lab';
import { measureAll, type Way } from './measure-all';

const rounds = 15;

/** Rounded: less than one is chance. */
const median = (values: number[]) =>
  Math.round(values.toSorted((a, b) => a - b)[values.length >> 1]!);

async function measure() {
  const lab = await openLab();
  try {
    return await measureAll(lab, rounds);
  } finally {
    await lab.close();
  }
}

type Measured = Awaited<ReturnType<typeof measure>>;
type App = Measured['small'];

const landingsOf = (app: App) => {
  const landing = (way: Way) => median(app[way].map(({ landingMs }) => landingMs));
  return {
    published: landing('published'),
    script: landing('script'),
    least: landing('least'),
    button: landing('button'),
  };
};

function figuresOf({ small, large, mounts, listeners }: Measured): Bench {
  const clicks = (...ways: Way[]) =>
    ways.flatMap((way) => small[way].map(({ clickMs }) => clickMs));
  const loads = (way: Way) => Math.max(...small[way].map((flow) => flow.loads));
  return {
    rounds: { small: small.button.length, large: large.button.length },
    landingMs: { small: landingsOf(small), large: landingsOf(large) },
    loads: { published: loads('published'), button: loads('button') },
    clickMs: {
      bare: median(small.bareMs),
      published: median(clicks('published')),
      ours: median(clicks('button', 'script', 'least')),
    },
    mountMs: {
      plain: median(mounts.plain),
      published: median(mounts.published),
      ours: median(mounts.ours),
    },
    listeners,
  };
}

const figures = JSON.stringify(figuresOf(await measure()), null, 2);
process.stdout.write(`${figures}\n`);
await writeFile('docs/bench.json', `${figures}\n`);
