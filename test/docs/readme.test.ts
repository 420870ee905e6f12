// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { docPages } from '../../scripts/doc-pages';
import { linksIn } from '../../scripts/markdown-links';

const textOf = (page: string) => readFileSync(page, 'utf8');

it('the README has at most 260 lines: what a newcomer needs, and links', () => {
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(260);
});

it.each(['README.md', 'docs/README.md'])('%s leads to every page of the guide', (index) => {
  const pages = docPages.filter((page) => !page.endsWith('README.md'));
  const linked = linksIn(textOf(index)).map((link) => link.replace(/^docs\//, '').split('#')[0]);

  expect(linked).toEqual(expect.arrayContaining(pages.map((page) => page.slice('docs/'.length))));
});
