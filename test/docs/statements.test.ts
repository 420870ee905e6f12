// @vitest-environment node
import { readFileSync } from 'node:fs';
import { postgresStoreSql } from 'react-360dialog-connect/server';
import { expect, it } from 'vitest';
import { docPages } from '../../scripts/doc-pages';
import { signupEndings } from '../../src/sandbox/facebook/signup-endings';
import { scenarioKeys } from '../../src/sandbox/scenario/scenario-keys';
import { demoPartners } from '../../src/sandbox/state/partners';

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

/** What stands in the first cell of a table's rows, under a heading of a page; of `a`, `b` both. */
function firstCells(page: string, heading: string): string[] {
  const section = readFileSync(page, 'utf8').split(`## ${heading}\n`)[1]!.split(/^## /m)[0]!;
  return Array.from(section.matchAll(/^\| (`.+?) +\|/gm), ([, cell]) => cell!)
    .flatMap((cell) => cell.split(', '))
    .map((word) => word.replaceAll('`', ''));
}

it.each([
  ['docs/sandbox-and-testing.md', 'Changing what it does', Object.keys(scenarioKeys)],
  ['docs/sandbox-and-testing.md', 'Partners of the sandbox', demoPartners.map(({ id }) => id)],
  ['docs/embedded-signup.md', 'In development', Object.keys(signupEndings)],
])('%s has in its table “%s” what the sandbox takes, and nothing else', (page, heading, words) => {
  expect(firstCells(page, heading).toSorted()).toEqual(words.toSorted());
});
