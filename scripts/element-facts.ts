/** What there is to know of `<dialog-connect-button>`: of its table, its types and their doc blocks. */
import { readFileSync } from 'node:fs';
import { elementAttributes } from '../src/element/element-attributes.ts';
import {
  type DocumentedProperty,
  exportsOf,
  membersOf,
  ownPropertiesOf,
  propertiesOf,
  readSource,
  type Source,
  wordsOf,
} from './doc-blocks.ts';

/** One attribute, event, member or variable. */
export type ElementFact = { name: string; type: string; text: string; byDefault?: string };

const entry = 'src/element/index.ts';

/** Of all entries, or of these two at least. */
export function elementFacts(source: Source = readSource([entry, 'src/index.ts'])) {
  const exported = (name: string) => exportsOf(source, entry).get(name)!;
  const members = membersOf(source, exported('ConnectButtonElement'));
  const attributesOfMembers = members.filter(({ name }) => ['label', 'disabled'].includes(name));
  return {
    attributes: [...optionAttributes(source), ...attributesOfMembers.map(factOf)].map((fact) =>
      fact.name === 'label' ? { ...fact, type: 'string' } : fact,
    ),
    events: ownPropertiesOf(source, exported('ConnectButtonEventMap')).map(factOf),
    properties: members.filter(({ isMethod }) => !isMethod).map(factOf),
    methods: members.filter(({ isMethod }) => isMethod).map(factOf),
    variables: variables(),
    statuses: wordsOf(source, exportsOf(source, 'src/index.ts').get('OnboardingStatus')!),
  };
}

const factOf = ({ name, type, text, byDefault }: DocumentedProperty): ElementFact => ({
  name: name.replaceAll("'", ''),
  type,
  text,
  ...(byDefault && { byDefault }),
});

/** The options' own words, whatever they are called as attributes. */
function optionAttributes(source: Source): ElementFact[] {
  const types = exportsOf(source, 'src/index.ts');
  const options = propertiesOf(source, types.get('OnboardingOptions')!);
  const query = ownPropertiesOf(source, types.get('QueryParameters')!);
  return elementAttributes.map((row): ElementFact => {
    const isOption = 'option' in row;
    const told = isOption
      ? options.find(({ name }) => name === row.option)
      : query.find(({ name }) => name === row.parameter);
    const text = told?.text ?? `The parameter \`${isOption ? '' : row.parameter}\` of the hub.`;
    const fact = { ...(told && factOf(told)), name: row.attribute, text, type: 'string' };
    if (row.attribute === 'io-signature-url') {
      return { ...fact, text: 'Your endpoint, which is asked for an IO Signature at each click.' };
    }
    if (told?.type === 'string[]') return { ...fact, text: `${text} Several with blanks between.` };
    return isOption ? { ...fact, type: told!.type } : fact;
  });
}

/** The CSS variables, and what they are by default where nothing else decides. */
function variables(): ElementFact[] {
  const css = readFileSync('src/element/button-styles.ts', 'utf8');
  const found = css.matchAll(/([\w-]+): var\((--dialog-connect-[\w-]+), (.+?)\);?$/gm);
  const facts = Array.from(found, ([, property, name, byDefault]): ElementFact => {
    const state = /-(hover|active|disabled)-/.exec(name!)?.[1];
    const text = `\`${property}\` of the button${state ? `, while it is ${words[state]}` : ''}.`;
    return { name: name!, type: property!, text, byDefault: byDefault! };
  });
  return facts.filter(({ name }, index) => facts.findIndex((each) => each.name === name) === index);
}

const words: Record<string, string> = {
  hover: 'pointed at',
  active: 'pressed',
  disabled: 'disabled',
};
