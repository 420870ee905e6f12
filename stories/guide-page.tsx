import { AnchorMdx, CodeOrSourceMdx, HeadersMdx, Markdown } from '@storybook/addon-docs/blocks';
import {
  type ComponentProps,
  createContext,
  Fragment,
  type ReactNode,
  useContext,
  useEffect,
  useState,
} from 'react';
import { anchorOf } from '../scripts/markdown-links';
import { type IndexEntry, resolvePath, storybookLink } from './guide-links';
import { WideTable } from './wide-table';

const texts = import.meta.glob<string>(['../*.md', '../docs/*.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const pictures = import.meta.glob<string>('../docs/pictures/*.png', {
  import: 'default',
  eager: true,
});

type GuidePageProps = {
  /** The file that it shows: its path in the repository. */
  path: string;
  /**
   * What takes the place of what the file has between `<!-- embed: name -->` and `<!-- /embed -->`.
   * Without one, that is for code hosts only.
   */
  embeds?: Record<string, ReactNode>;
};

const CurrentPage = createContext<{ path: string; index: readonly IndexEntry[] }>({
  path: '',
  index: [],
});

/** A page of the guide. Its links and pictures, written for a code host, are led to what is here. */
export function GuidePage({ path, embeds = {} }: GuidePageProps) {
  const [index, setIndex] = useState<IndexEntry[]>([]);
  useEffect(() => {
    fetch('index.json')
      .then((response) => response.json())
      .then(({ entries }) => setIndex(Object.values(entries)));
  }, []);

  // In threes: text, the name of an embed, and what is in its place elsewhere.
  const parts = texts[`../${path}`]!.split(/<!-- embed: (\S+) -->([\s\S]*?)<!-- \/embed -->/);
  return (
    <CurrentPage value={{ path, index }}>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a file stay where they are
        <Fragment key={at}>
          {at % 3 === 0 && <Markdown options={options}>{part}</Markdown>}
          {at % 3 === 1 && embeds[part]}
        </Fragment>
      ))}
    </CurrentPage>
  );
}

function Link({ href = '', children }: ComponentProps<'a'>) {
  const { path, index } = useContext(CurrentPage);
  const target = storybookLink(path, href, index);
  if (!target) return <>{children}</>;
  return (
    <AnchorMdx href={target} target={/^[a-z]+:/i.test(target) ? '_blank' : '_self'}>
      {children}
    </AnchorMdx>
  );
}

function Picture({ src = '', alt = '' }: ComponentProps<'img'>) {
  const { path } = useContext(CurrentPage);
  return <img src={pictures[`../${resolvePath(path, src)}`]} alt={alt} />;
}

const options = {
  slugify: anchorOf,
  overrides: { ...HeadersMdx, code: CodeOrSourceMdx, a: Link, img: Picture, table: WideTable },
};
