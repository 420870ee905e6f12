// @vitest-environment node
import { expect, it } from 'vitest';
import { docText, exportsOf, ownPropertiesOf, readSource } from '../../scripts/doc-blocks';
import { entries as table } from '../../scripts/entries';

const entries = table.flatMap(({ source, hasEffect }) => (hasEffect ? [] : source));
const source = readSource(entries);

it.each(entries)('tells for each export of %s what it is for', (entry) => {
  const all = exportsOf(source, entry);
  const silent = Array.from(all).filter(([, symbol]) => !docText(source, symbol));

  expect(all.size).toBeGreaterThan(0);
  expect(silent.map(([name]) => name)).toEqual([]);
});

it.each(entries)('tells for each property of the types of %s what it is for', (entry) => {
  const types = Array.from(exportsOf(source, entry)).map(([name, symbol]) => ({
    name,
    properties: ownPropertiesOf(source, symbol),
  }));
  const silent = types.flatMap(({ name, properties }) =>
    properties.filter(({ text }) => !text).map((property) => `${name}.${property.name}`),
  );

  expect(types.length).toBeGreaterThan(0);
  expect(silent).toEqual([]);
});
