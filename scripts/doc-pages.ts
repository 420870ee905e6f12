import { readdirSync } from 'node:fs';
import { designTables } from './design-tables';
import { docTables, withTables } from './doc-tables';
import { figureTables } from './figure-tables';
import { withFiles } from './quoted-files';

/** The manual: each of its pages may have places for tables and files. */
export const docPages: string[] = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Every table by its name. */
export const allTables = (): Record<string, string> => ({
  ...docTables(),
  ...designTables(),
  ...figureTables(),
});

/** A page with its tables and files as they are now. */
export const filledIn = (page: string, tables: Record<string, string>): string =>
  withFiles(withTables(page, tables));
