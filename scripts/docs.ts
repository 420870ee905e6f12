/** `npm run docs`: writes the tables and files anew that the README and the guide have places for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { allTables, docPages, filledIn } from './doc-pages';

const tables = allTables();
for (const page of docPages) writeFileSync(page, filledIn(readFileSync(page, 'utf8'), tables));
