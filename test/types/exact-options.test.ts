// @vitest-environment node
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What the compiler says of a file where `exactOptionalPropertyTypes` is on, as some projects have it. */
function errorsOf(file: string): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const program = ts.createProgram([file], { ...options, exactOptionalPropertyTypes: true });
  return program
    .getSemanticDiagnostics(program.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

it('every option of the server takes undefined, also under exactOptionalPropertyTypes', () => {
  expect(errorsOf(join(import.meta.dirname, 'server-options.ts'))).toEqual([]);
}, 120_000);
