// @vitest-environment node
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { entries, scriptFiles } from '../../scripts/entries';

const filesWithTexts = [
  ...readdirSync('src/core/explain').map((name) => join('src/core/explain', name)),
  'src/core/popup/hint-values.ts',
  'src/core/popup/hints.ts',
  'src/redirect/describe-origins.ts',
];

/** The longest stretch of each text that stands in a file as it stands in a build. */
function phrasesOf(file: string): string[] {
  const phrases: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) {
      const [longest = ''] = node.text.split(/[`"'\\$\n]/).sort((a, b) => b.length - a.length);
      if (longest.length >= 25) phrases.push(longest);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, ts.sys.readFile(file)!, ts.ScriptTarget.ESNext));
  return phrases;
}

const phrases = filesWithTexts.flatMap(phrasesOf);

async function textFor(environment: string, source: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    packages: 'external',
    define: { 'process.env.NODE_ENV': JSON.stringify(environment) },
  });
  return outputFiles[0]!.text;
}

const foundIn = (text: string) => phrases.filter((phrase) => text.includes(phrase));

const forBrowsers = [
  ...entries.flatMap(({ source, isForNode, browserSource }) =>
    isForNode || browserSource ? [] : source,
  ),
  ...scriptFiles.map(({ source }) => source),
];

it.each(forBrowsers)('a build of %s for production has no text for developers', async (source) => {
  expect(foundIn(await textFor('production', source))).toEqual([]);
});

it('a development build has all of them, between what it is made of', async () => {
  const texts = await Promise.all(
    ['src/index.ts', 'src/redirect/index.ts'].map((source) => textFor('development', source)),
  );

  expect(phrases.length).toBeGreaterThan(60);
  expect(phrases.filter((phrase) => !texts.join().includes(phrase))).toEqual([]);
});
