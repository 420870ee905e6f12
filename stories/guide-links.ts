/** What Storybook's own index tells about a story or a page. */
export type IndexEntry = { id: string; type: 'docs' | 'story'; importPath: string };

/** The guide's pages whose story files have another name than the text that they show. */
const pageNames: Record<string, string> = {
  'CHANGELOG.md': 'changelog',
  'README.md': 'getting-started',
  'SECURITY.md': 'security',
  'docs/README.md': 'introduction',
};

/** A path in the repository: that of a page, and a link on it. */
export const resolvePath = (page: string, link: string): string =>
  new URL(link, `file:///${page}`).pathname.slice(1);

/**
 * Where a link on a page of the guide leads inside Storybook. `theming.md#contrast` is the page that
 * shows that file; `../stories/statuses.stories.tsx#detached` is the story.
 *
 * @returns nothing for a file that Storybook does not show
 */
export function storybookLink(
  page: string,
  link: string,
  index: readonly IndexEntry[],
): string | undefined {
  if (/^(#|[a-z]+:)/i.test(link)) return link;
  const path = resolvePath(page, link);
  const [, hash = ''] = link.split('#');
  if (path.endsWith('.stories.tsx')) {
    const stories = index.filter(({ importPath }) => importPath === `./${path}`);
    const chosen = stories.find(({ id, type }) =>
      hash ? id.endsWith(`--${hash}`) : type === 'docs',
    );
    return chosen && `?path=/${chosen.type}/${chosen.id}`;
  }
  const name = pageNames[path] ?? /^docs\/([\w-]+)\.md$/.exec(path)?.[1];
  const shown = index.find(({ importPath }) => importPath === `./stories/${name}.mdx`);
  return shown && `?path=/docs/${shown.id}${hash && `#${hash}`}`;
}
