// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allTables, docPages, filledIn } from '../../scripts/doc-pages';
import { docTables, tablesIn, withTables } from '../../scripts/doc-tables';

const tables = allTables();
const textOf = (page: string) => readFileSync(page, 'utf8');

describe('the tables', () => {
  it.each(docPages)(
    'of %s say what the types and the figures say; `npm run docs` writes them',
    (page) => {
      expect(textOf(page)).toBe(filledIn(textOf(page), tables));
    },
  );

  it('all stand in the documentation', () => {
    const shown = new Set(docPages.flatMap((page) => tablesIn(textOf(page))));

    expect([...shown].sort()).toEqual(Object.keys(tables).sort());
  });

  it.each(Object.entries(tables))('have rows, each with a name: %s', (_, table) => {
    const rows = table.split('\n').slice(2);

    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter((row) => /^\|\s*\|/.test(row))).toEqual([]);
  });

  it.each(Object.entries(docTables()))('made of the types have no empty cell: %s', (_, table) => {
    const rows = table.split('\n').slice(2);

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
