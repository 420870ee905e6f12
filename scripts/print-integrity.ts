/** Prints what a page writes into `integrity` of its script tag, for each script file of the build. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { scriptFiles } from './entries.ts';

for (const { file } of scriptFiles) {
  const hash = createHash('sha384')
    .update(readFileSync(`dist/${file}`))
    .digest('base64');
  process.stdout.write(`${file} sha384-${hash}\n`);
}
