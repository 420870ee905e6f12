// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`);

const texts = new Map(
  [...readdirSync('.'), ...['src', 'scripts', 'stories', '.storybook', 'test'].flatMap(filesIn)]
    .filter((path) => /\.(tsx?|mdx)$/.test(path))
    .map((path) => [path, readFileSync(path, 'utf8')]),
);

/** What users import: nobody here need use it. */
const isEntry = (path: string) => /^src\/(.*\/)?(index|browser)\.ts$/.test(path);

type Exported = { path: string; name: string; line: number };

/** Each declaration that a file of a folder exports. The exports of a stories file are Storybook's. */
const exportsIn = (...folders: string[]): Exported[] =>
  [...texts].flatMap(([path, text]) => {
    const isWanted = folders.some((folder) => path.startsWith(`${folder}/`));
    if (!isWanted || isEntry(path) || /\.(stories\.tsx|mdx)$/.test(path)) return [];
    return text.split('\n').flatMap((each, line) => {
      const [, name] = /^export (?:async )?(?:const|function|class|type) (\w+)/.exec(each) ?? [];
      return name ? { path, name, line } : [];
    });
  });

it('exports nothing that no other file names', () => {
  const words = new Map(
    [...texts].map(([path, text]) => [path, new Set(text.match(/\w+/g))] as const),
  );

  const unused = exportsIn('src', 'scripts', 'stories').filter(
    ({ path, name }) => ![...words].some(([other, named]) => other !== path && named.has(name)),
  );

  expect(unused).toEqual([]);
});

it('says of each export what it is for', () => {
  const undocumented = exportsIn('src', 'scripts').filter(({ path, line }) => {
    const before = texts.get(path)!.split('\n').slice(0, line);
    return !before.findLast((each) => !each.startsWith('// biome-ignore'))?.endsWith('*/');
  });

  expect(undocumented).toEqual([]);
});
