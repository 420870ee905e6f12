// @vitest-environment node
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { docPages } from '../../scripts/doc-pages';
import { withoutFiles } from '../../scripts/quoted-files';

/** What a reader has of their own. */
const readersOwn: Record<string, string> = {
  'globals.d.ts': `
    declare function save(client: string, channels: string[], state?: string): void;
    declare function save(result: { client: string; channels: string[] }): void;
    declare function post(path: string, body: object): void;
    declare const button: HTMLButtonElement;
    declare const hasAccepted: boolean;
    declare function setBusy(isBusy: boolean): void;
    declare function setProblem(code: string): void;
    declare function trackConnect(): void;
    type CallbackObject = import('react-360dialog-connect').CallbackObject;
    declare const ConnectButton: typeof import('react-360dialog-connect').ConnectButton;
    declare const ioSignatureFrom: typeof import('react-360dialog-connect').ioSignatureFrom;`,
};

/** What a page shows that stands nowhere else: whole files come from `examples/`, where tsc sees them. */
const typedIn = (page: string) => withoutFiles(readFileSync(page, 'utf8'));

/** The parts of files that bring what they import, and leave nothing out. */
function parts(page: string): [name: string, code: string][] {
  const blocks = typedIn(page).matchAll(/^```(tsx?)\n([\s\S]*?)^```/gm);
  return Array.from(blocks, ([, kind, code], index): [string, string] => [
    `${page.replace(/\W/g, '-')}-${index + 1}.${kind}`,
    code!,
  ]).filter(([, code]) => /^(import|\} from) /m.test(code) && !/ … /.test(code));
}

/** What is left of the parts that the documentation changes, line by line. */
function changedParts(page: string): [name: string, code: string][] {
  const blocks = typedIn(page).matchAll(/^```diff\n([\s\S]*?)^```/gm);
  return Array.from(blocks, ([, diff], index): [string, string] => {
    const lines = diff!.split('\n').filter((line) => !line.startsWith('-'));
    const code = lines.map((line) => line.slice(1)).join('\n');
    return [`${page.replace(/\W/g, '-')}-diff-${index + 1}.tsx`, `${code}\nexport {};\n`];
  });
}

const files = docPages.flatMap((page) => [...parts(page), ...changedParts(page)]);

/** Compiles the files as if they lay in one folder of this project. @returns what is wrong, by file */
function compile(): Map<string, string[]> {
  const { options } = ts.getParsedCommandLineOfConfigFile(
    'tsconfig.json',
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => {},
    },
  )!;
  const folder = resolve('test/docs/blocks');
  const texts = new Map(
    [...Object.entries(readersOwn), ...files].map(([name, text]) => [`${folder}/${name}`, text]),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.directoryExists = (path) => path === folder || directoryExists!(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = texts.get(path);
    return text === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, text, language);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const problems = new Map<string, string[]>();
  for (const [name] of files) {
    const source = program.getSourceFile(`${folder}/${name}`);
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    problems.set(
      name,
      found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    );
  }
  return problems;
}

let problems: Map<string, string[]> | undefined;

it('shows parts of files, and what is left after a migration', () => {
  expect(files.length).toBeGreaterThan(8);
});

it.each(docPages)('types no whole file into %s', (page) => {
  const whole = /^```[jt]sx?\n(?:(?!```)[\s\S])*?^export (?:(?!```)[\s\S])*?^```/gm;

  expect(typedIn(page).match(whole) ?? []).toEqual([]);
});

it.each(docPages)('keeps each piece of code in a text of %s on one line', (page) => {
  const prose = readFileSync(page, 'utf8').replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');
  const paragraphs = prose.split(/\n\s*\n/);
  const broken = paragraphs.flatMap((each) => each.match(/`[^`]+`/g) ?? []);

  expect(broken.filter((code) => code.includes('\n'))).toEqual([]);
});

it.each(files)('shows %s as it compiles', (name) => {
  problems ??= compile();

  expect(problems.get(name)).toEqual([]);
});
