/** `npm run measure`: writes the sizes to `docs/sizes.json`, of which `npm run docs` makes the table. */
import { writeFile } from 'node:fs/promises';
import type { Sizes } from '../../scripts/figure-tables';
import { measured } from './measure-size';

const sizes: Sizes = await Promise.all(
  measured.map(async ({ what, measure, limit }) => ({
    what,
    bytes: await measure(),
    ...(limit && { limit }),
  })),
);
await writeFile('docs/sizes.json', `${JSON.stringify(sizes, null, 2)}\n`);
