// @vitest-environment node
import { readFileSync } from 'node:fs';
import { postgresStoreSql } from 'react-360dialog-connect/server';
import { expect, it } from 'vitest';

it('the page on webhooks shows the table of postgresStore as it is', () => {
  const page = readFileSync('docs/webhooks.md', 'utf8');

  expect(page).toContain(`\`\`\`sql\n${postgresStoreSql}\n\`\`\``);
});
