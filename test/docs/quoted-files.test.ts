// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { docPages } from '../../scripts/doc-pages';
import { filesIn, withFiles, withoutFiles } from '../../scripts/quoted-files';

const textOf = (page: string) => readFileSync(page, 'utf8');

describe('the files that the documentation quotes', () => {
  it.each(docPages)('stand in %s as they are; `npm run docs` writes them', (page) => {
    expect(textOf(page)).toBe(withFiles(textOf(page)));
  });

  it('are many', () => {
    const quoted = new Set(docPages.flatMap((page) => filesIn(textOf(page))));

    expect(quoted.size).toBeGreaterThan(20);
  });

  it('are put between their marks, and nothing else is touched', () => {
    const page = 'a\n<!-- file: .gitignore -->\nold\n<!-- /file -->\nb\n';
    const text = textOf('.gitignore').trim();

    expect(withFiles(page)).toBe(
      `a\n<!-- file: .gitignore -->\n\n\`\`\`\n${text}\n\`\`\`\n\n<!-- /file -->\nb\n`,
    );
    expect(filesIn(page)).toEqual(['.gitignore']);
    expect(withoutFiles(page)).toBe('a\n\nb\n');
  });
});
