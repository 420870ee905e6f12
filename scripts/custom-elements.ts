/**
 * Writes `dist/custom-elements.json`, by which editors know the element.
 *
 * @see https://github.com/webcomponents/custom-elements-manifest
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type ElementFact, elementFacts } from './element-facts.ts';

const described = ({ name, type, text, byDefault }: ElementFact) => ({
  name,
  type: { text: type },
  description: text,
  ...(byDefault && { default: byDefault }),
});

/** Of a type such as `(config: ConnectButtonConfig) => void`. */
function describedMethod({ name, type, text }: ElementFact) {
  const [, parameters, returned] = /^\((.*)\) => (.+)$/.exec(type)!;
  return {
    kind: 'method',
    name,
    description: text,
    parameters: Array.from(parameters!.matchAll(/(\w+): ([^,]+)/g), ([, each, ofType]) => ({
      name: each,
      type: { text: ofType },
    })),
    return: { type: { text: returned } },
  };
}

const path = 'dist/element/index.js';
const reference = (name: string) => ({ name, module: path });

function describedElement() {
  const { attributes, events, properties, methods, variables, statuses } = elementFacts();
  return {
    kind: 'class',
    customElement: true,
    name: 'ConnectButtonElement',
    tagName: 'dialog-connect-button',
    superclass: { name: 'HTMLElement' },
    description: 'Connects a client’s WhatsApp numbers in a popup of 360dialog.',
    attributes: attributes.map(described),
    events: events.map(described),
    members: [
      ...properties.map((each) => ({ kind: 'field', ...described(each) })),
      ...methods.map(describedMethod),
    ],
    slots: [{ name: '', description: 'What stands on the button, if `label` is empty.' }],
    cssParts: [{ name: 'button', description: 'The real button.' }],
    cssStates: statuses.map((name) => ({ name, description: `While the status is \`${name}\`.` })),
    cssProperties: variables.map(({ name, text, byDefault }) => ({
      name,
      description: text,
      default: byDefault,
    })),
  };
}

/** The manifest, in version 2.1.0 of its schema. */
export function customElementsManifest() {
  const element = describedElement();
  const define = {
    kind: 'function',
    name: 'defineConnectButton',
    description: 'Makes the element known to the page.',
  };
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations: [element, define] as const,
        exports: [element, define].map(({ name }) => ({
          kind: 'js',
          name,
          declaration: reference(name),
        })),
      },
      {
        kind: 'javascript-module',
        path: 'dist/element.global.js',
        declarations: [] as const,
        exports: [
          {
            kind: 'custom-element-definition',
            name: element.tagName,
            declaration: reference(element.name),
          },
        ],
      },
    ] as const,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = JSON.stringify(customElementsManifest(), null, 2);
  writeFileSync('dist/custom-elements.json', `${text}\n`);
}
