/** `npm run docs`: writes the tables of the README and the guide anew, from the types and their doc blocks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pagesWithTables, readmeTables, withTables } from './readme-tables';

const tables = readmeTables();
for (const page of pagesWithTables) {
  writeFileSync(page, withTables(readFileSync(page, 'utf8'), tables));
}
