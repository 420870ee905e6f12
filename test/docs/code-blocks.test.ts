// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** What a reader has of their own. */
const readersOwn: Record<string, string> = {
  'globals.d.ts': `
    declare function save(client: string, channels: string[], state?: string): void;
    declare function save(result: { client: string; channels: string[] }): void;
    declare function forget(client: string, channel: string): void;
    declare function post(path: string, body: object): void;
    declare function track(what: string, about?: Record<string, string>): void;
    declare const button: HTMLButtonElement;
    declare const hasAccepted: boolean;
    declare function setBusy(isBusy: boolean): void;
    declare function setProblem(code: string): void;
    declare function trackConnect(): void;
    type CallbackObject = import('react-360dialog-connect').CallbackObject;
    declare const ConnectButton: typeof import('react-360dialog-connect').ConnectButton;
    declare const ioSignatureFrom: typeof import('react-360dialog-connect').ioSignatureFrom;
    declare module '@playwright/test' { export * from 'playwright/test'; }
    interface D1Database {
      prepare(sql: string): { bind(...values: unknown[]): { run(): Promise<{ meta: { changes: number } }> } };
    }`,
  'design-system.tsx': `
    export declare function Button(props: { onClick(): void; children: string }): React.JSX.Element;
    import type React from 'react';`,
  'session.ts': `
    export declare function sessionOf(request: Request): Promise<{ userId: string } | undefined>;
    export declare function userIdOf(request: unknown): string | undefined;`,
};

/** The whole files that the documentation shows: they import something, and leave nothing out. */
function wholeFiles(page: string): [name: string, code: string][] {
  const blocks = readFileSync(page, 'utf8').matchAll(/^```(tsx?)\n([\s\S]*?)^```/gm);
  return Array.from(blocks, ([, kind, code], index): [string, string] => [
    `${page.replace(/\W/g, '-')}-${index + 1}.${kind}`,
    code!,
  ]).filter(([, code]) => /^(import|\} from) /m.test(code) && !/ … /.test(code));
}

/** What is left of the parts that the documentation changes, line by line. */
function changedParts(page: string): [name: string, code: string][] {
  const blocks = readFileSync(page, 'utf8').matchAll(/^```diff\n([\s\S]*?)^```/gm);
  return Array.from(blocks, ([, diff], index): [string, string] => {
    const lines = diff!.split('\n').filter((line) => !line.startsWith('-'));
    const code = lines.map((line) => line.slice(1)).join('\n');
    return [`${page.replace(/\W/g, '-')}-diff-${index + 1}.tsx`, `${code}\nexport {};\n`];
  });
}

const guide = readdirSync('docs').filter((name) => name.endsWith('.md'));
const pages = ['README.md', ...guide.map((name) => `docs/${name}`)];
const files = pages.flatMap((page) => [...wholeFiles(page), ...changedParts(page)]);

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

it('shows whole files on many pages, and what is left after a migration', () => {
  expect(files.length).toBeGreaterThan(28);
});

it.each(files)('shows %s as it compiles', (name) => {
  problems ??= compile();

  expect(problems.get(name)).toEqual([]);
});
