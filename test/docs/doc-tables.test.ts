// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { docTables, pagesWithTables, tablesIn, withTables } from '../../scripts/doc-tables';

const readme = await readFile('README.md', 'utf8');
const tables = docTables();

describe('the tables', () => {
  it.each(pagesWithTables)(
    'of %s say what the types say; `npm run docs` writes them',
    async (page) => {
      const text = await readFile(page, 'utf8');

      expect(tablesIn(text)).not.toEqual([]);
      expect(text).toBe(withTables(text, tables));
    },
  );

  it('are all in the README, each once', () => {
    expect(tablesIn(readme).sort()).toEqual(Object.keys(tables).sort());
  });

  it.each(Object.entries(tables))('have rows without an empty cell: %s', (_, table) => {
    const rows = table.split('\n').slice(2);

    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter((row) => /\|\s*\|/.test(row))).toEqual([]);
  });

  it('are put between their marks, and nothing else is touched', () => {
    const text = 'a\n<!-- table: one -->\nold\n<!-- /table -->\nb\n';

    expect(withTables(text, { one: '| new |' })).toBe(
      'a\n<!-- table: one -->\n\n| new |\n\n<!-- /table -->\nb\n',
    );
    expect(() => withTables(text, {})).toThrow('There is no table "one".');
  });
});
