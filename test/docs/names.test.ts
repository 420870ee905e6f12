// @vitest-environment node
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { exportsOf, propertiesOf, readSource } from '../../scripts/doc-blocks';
import { docPages } from '../../scripts/doc-pages';
import { entries } from '../../scripts/entries';

const source = readSource(entries.map(({ source }) => source));
const guide = docPages.map((page) => readFileSync(page, 'utf8')).join('\n');

const isTold = (name: string, text = guide) =>
  new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text);

describe('the guide names', () => {
  it.each(entries.map(({ name, source }) => [`react-360dialog-connect/${name}`, source]))(
    'all that %s exports and that can be called',
    (_, path) => {
      const values = [...exportsOf(source, path!)].filter(
        ([, symbol]) => symbol.flags & ts.SymbolFlags.Value,
      );

      expect(values.flatMap(([name]) => (isTold(name) ? [] : [name]))).toEqual([]);
    },
  );

  it('each call of the Partner API beside the table that counts them', () => {
    const page = readFileSync('docs/partner-api.md', 'utf8').replace(/^\|.*$/gm, '');
    const api = exportsOf(source, 'src/server/index.ts').get('PartnerApi')!;
    const calls = propertiesOf(source, api).map(({ name }) => name);

    expect(calls.filter((name) => !isTold(name, page))).toEqual([]);
  });
});
