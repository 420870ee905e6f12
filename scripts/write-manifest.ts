/** `npm run entries`: writes into package.json what the table of entries decides. */
import { readFileSync, writeFileSync } from 'node:fs';
import { manifestOfEntries } from './entries.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const text = JSON.stringify({ ...manifest, ...manifestOfEntries() }, null, 2);
writeFileSync('package.json', `${text}\n`);
