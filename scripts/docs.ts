/** `npm run docs`: writes the README's tables anew, from the types and their doc blocks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readmeTables, withTables } from './readme-tables';

writeFileSync('README.md', withTables(readFileSync('README.md', 'utf8'), readmeTables()));
