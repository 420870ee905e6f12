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

/** The manifest, in version 1.0.0 of its schema. */
export function customElementsManifest() {
  const { attributes, events, properties, methods, variables } = elementFacts();
  const path = 'dist/element/index.js';
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations: [
          {
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
              ...methods.map(({ name, text }) => ({ kind: 'method', name, description: text })),
            ],
            slots: [{ name: '', description: 'What stands on the button, if `label` is empty.' }],
            cssParts: [{ name: 'button', description: 'The real button.' }],
            cssProperties: variables.map(({ name, text, byDefault }) => ({
              name,
              description: text,
              default: byDefault,
            })),
          },
        ],
        exports: ['ConnectButtonElement', 'defineConnectButton'].map((name) => ({
          kind: 'js',
          name,
          declaration: { name, module: path },
        })),
      },
    ],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = JSON.stringify(customElementsManifest(), null, 2);
  writeFileSync('dist/custom-elements.json', `${text}\n`);
}
