/** `npm run docs`: writes the tables of the README and the guide anew, from types and doc blocks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { docTables, pagesWithTables, withTables } from './doc-tables';

const tables = docTables();
for (const page of pagesWithTables) {
  writeFileSync(page, withTables(readFileSync(page, 'utf8'), tables));
}
