import type { ArgTypesEnhancer, StrictInputType } from 'storybook/internal/types';

/** What a field of the Controls panel can hold. Of all else, Storybook would make `{}` at a press. */
const typesWithField = ['string', 'number', 'boolean', 'enum'];

/** The chapters of the panel, from top to bottom; a story's own ones come last. */
const categories = ['Look', 'Text', 'Options', 'Outcome'];
const rank = ({ table }: StrictInputType) => {
  const index = categories.indexOf(table?.category ?? '');
  return index < 0 ? categories.length : index;
};

function arrange(argType: StrictInputType): StrictInputType {
  const hasField = typesWithField.includes(argType.type?.name ?? '');
  const control = argType.control ?? (hasField ? undefined : { disable: true });
  const table = { category: 'Options', ...argType.table };
  const summary = table.defaultValue?.summary;
  // A text from a doc block comes quoted once more.
  if (summary)
    table.defaultValue = { ...table.defaultValue, summary: summary.replace(/^"(.*)"$/, '$1') };
  return { ...argType, table, ...(control && { control }) };
}

/**
 * Puts the controls in order. One that is not asked for by name is there only where none of its values
 * breaks the story: not for functions, objects and content of React.
 */
export const arrangeControls: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes)
      .map(([name, argType]) => [name, arrange(argType)] as const)
      .sort(([, one], [, other]) => rank(one) - rank(other)),
  );
