// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { storyNameFromExport, toId } from 'storybook/internal/csf';
import { describe, expect, it } from 'vitest';
import { anchorsIn, linksIn } from '../../scripts/markdown-links';
import { type IndexEntry, storybookLink } from '../../stories/guide-links';

const folders = readdirSync('.', { withFileTypes: true })
  .filter(({ name }) => !['node_modules', 'dist', 'storybook-static', 'coverage'].includes(name))
  .flatMap((each) => {
    if (!each.isDirectory()) return [each.name];
    if (each.name.startsWith('.git')) return [];
    const inside = readdirSync(each.name, { recursive: true, encoding: 'utf8' });
    return inside
      .filter((name) => !name.includes('node_modules'))
      .map((name) => join(each.name, name));
  });
const pages = folders.filter((path) => /\.mdx?$/.test(path)).sort();

/** What Storybook's index has of the files in `stories`. */
function storybookIndex(): IndexEntry[] {
  return folders.flatMap((path) => {
    if (!/^stories\/.*(\.stories\.tsx|\.mdx)$/.test(path)) return [];
    const text = readFileSync(path, 'utf8');
    // Of a story file, its own ID; else the one that its title gives.
    const title =
      /^ {2}id: '([^']+)'/m.exec(text)?.[1] ?? /\btitle(?:: |=)['"]([^'"]+)['"]/.exec(text)?.[1];
    const entry = (type: IndexEntry['type'], title: string, name: string): IndexEntry => ({
      id: toId(title, name),
      type,
      importPath: `./${path}`,
    });
    if (!path.endsWith('.mdx')) {
      const stories = Array.from(text.matchAll(/^export const (\w+)/gm), ([, name]) =>
        entry('story', title!, storyNameFromExport(name!)),
      );
      return /'!autodocs'/.test(text.split('export default')[0]!)
        ? stories
        : [entry('docs', title!, 'Docs'), ...stories];
    }
    const of = /<Meta of=\{(\w+)\}(?: name="([^"]+)")?/.exec(text);
    const file = of && new RegExp(`${of[1]} from '\\./(.+?)(?:\\.tsx)?'`).exec(text)?.[1];
    const page = file && readFileSync(join(dirname(path), `${file}.tsx`), 'utf8');
    const ofTitle = page && /\btitle: ['"]([^'"]+)['"]/.exec(page)?.[1];
    return [entry('docs', (title ?? ofTitle)!, of?.[2] ?? 'Docs')];
  });
}
const index = storybookIndex();

/** What is wrong with a link of a page; nothing when it leads somewhere. */
function deadEnd(page: string, link: string): string | undefined {
  if (/^[a-z]+:/i.test(link)) {
    if (/^mailto:\S+@\S+$/.test(link)) return;
    const isFit = URL.canParse(link) && /^https:\/\/[\w-]+\.|^http:\/\/localhost\b/.test(link);
    return isFit ? undefined : `${link}: no address`;
  }
  const [path = '', anchor] = link.split('#');
  const target = path ? normalize(join(dirname(page), decodeURI(path))) : page;
  if (!existsSync(target)) return `${link}: no such file`;
  if (target.endsWith('.stories.tsx')) {
    return storybookLink(page, link, index) ? undefined : `${link}: no such story`;
  }
  if (!anchor || !/\.mdx?$/.test(target)) return;
  return anchorsIn(readFileSync(target, 'utf8')).includes(anchor)
    ? undefined
    : `${link}: no such heading`;
}

describe('the links of', () => {
  it.each(pages)('%s lead somewhere', (page) => {
    const links = linksIn(readFileSync(page, 'utf8'));

    expect(links.flatMap((link) => deadEnd(page, link) ?? [])).toEqual([]);
  });
});

describe('a dead link', () => {
  it.each([
    ['../missing.md', 'no such file'],
    ['#no-such-heading', 'no such heading'],
    ['SECURITY.md#no-such-heading', 'no such heading'],
    ['?path=/docs/guide-introduction--docs', 'no such file'],
    ['stories/statuses.stories.tsx#no-such-story', 'no such story'],
    ['https:/example.com', 'no address'],
    ['http://example.com', 'no address'],
  ])('such as %s is found', (link, reason) => {
    expect(deadEnd('README.md', link)).toContain(reason);
  });
});

describe('inside Storybook', () => {
  const guide = pages.filter((path) => /^(README|SECURITY|docs\/[^/]+)\.md$/.test(path));

  it.each(guide)('%s is a page of the guide', (page) => {
    expect(storybookLink('LICENSE', page, index)).toMatch(/^\?path=\/docs\/guide-/);
  });

  it.each([
    ['theming.md#contrast', '?path=/docs/guide-theming--guide#contrast'],
    ['README.md', '?path=/docs/guide-introduction--docs'],
    ['../stories/statuses.stories.tsx#signing-slow', '?path=/story/statuses--signing-slow'],
    ['../stories/connect-button.stories.tsx', '?path=/docs/connectbutton--docs'],
    ['#here', '#here'],
    ['https://example.com', 'https://example.com'],
    ['../examples/README.md', undefined],
  ])('the link %s leads to %s', (link, target) => {
    expect(storybookLink('docs/recipes.md', link, index)).toBe(target);
  });
});

describe('links and headings', () => {
  it('are read from Markdown, but not from code', () => {
    const text = [
      '[a](one.md) ![b](<two.png> "title") <a href="three.md">c</a>',
      '[ref]: four.md',
      '`[no](code.md)`',
      '```md\n[no](block.md)\n# No heading\n```',
    ].join('\n');

    expect(linksIn(text)).toEqual(['one.md', 'two.png', 'four.md', 'three.md']);
    expect(anchorsIn(text)).toEqual([]);
  });

  it('have the anchors that GitHub makes', () => {
    expect(anchorsIn('# A `b`, c!\n## The [link](x.md)\n## The link\n')).toEqual([
      'a-b-c',
      'the-link',
      'the-link-1',
    ]);
  });
});
