import {
  Controls,
  Description,
  Primary,
  Stories,
  Subtitle,
  Title,
  useOf,
} from '@storybook/addon-docs/blocks';
import { BreakableName } from '../stories/breakable-name';

/** The documentation page of a component: Storybook's own, with a title that fits on a phone. */
export function DocsPage() {
  const { csfFile, preparedMeta } = useOf('meta', ['meta']);
  const isSingle = Object.keys(csfFile.stories).length === 1;
  return (
    <>
      <Title>
        <BreakableName name={preparedMeta.title.split('/').at(-1)!} />
      </Title>
      <Subtitle />
      <Description of="meta" />
      {isSingle && <Description of="story" />}
      <Primary />
      <Controls />
      {!isSingle && <Stories />}
    </>
  );
}
