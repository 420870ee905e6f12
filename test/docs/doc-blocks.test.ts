// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
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

// Storybook reads Markdown: "given up after 60." became the sixtieth point of a list.
it('begins no line of a doc block with a figure and a dot', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const numbered = files.flatMap((name) =>
    (readFileSync(`src/${name}`, 'utf8').match(/^\s*\* \d+[.)] .*$/gm) ?? []).map(
      (line) => `${name}: ${line.trim()}`,
    ),
  );

  expect(files.length).toBeGreaterThan(100);
  expect(numbered).toEqual([]);
});
