// @vitest-environment node
import { readFileSync } from 'node:fs';
import { postgresStoreSql } from 'react-360dialog-connect/server';
import { expect, it } from 'vitest';
import { docPages } from '../../scripts/doc-pages';

it('the page on webhooks shows the table of postgresStore as it is', () => {
  const page = readFileSync('docs/webhooks.md', 'utf8');

  expect(page).toContain(`\`\`\`sql\n${postgresStoreSql}\n\`\`\``);
});

it.each(docPages.filter((page) => /\bpostgresStore\(pool\)/.test(readFileSync(page, 'utf8'))))(
  '%s, which has postgresStore, leads to its table',
  (page) => {
    expect(readFileSync(page, 'utf8')).toMatch(
      /\(webhooks\.md#postgresql\)|\(#postgresql\)|postgresStoreSql/,
    );
  },
);

it('no handler of the page on webhooks inserts a row that may be there already', () => {
  const inserts = readFileSync('docs/webhooks.md', 'utf8').match(
    /INSERT INTO.*(\n.*ON CONFLICT)?/g,
  );

  expect(inserts?.filter((insert) => !insert.includes('ON CONFLICT'))).toEqual([]);
});
