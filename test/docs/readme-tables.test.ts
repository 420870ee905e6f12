// @vitest-environment node
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readmeTables, tablesIn, withTables } from '../../scripts/readme-tables';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
const tables = readmeTables();

describe('the tables of the README', () => {
  it('say what the types and their doc blocks say; `npm run docs` writes them', () => {
    expect(readme).toBe(withTables(readme, tables));
  });

  it('are all there, each once', () => {
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
