// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { tarballProblems } from '../../scripts/tarball-rules';

const map = JSON.stringify({ sources: ['../src/index.ts'], sourcesContent: ['export {};'] });
const whole: Record<string, string> = {
  'package.json': JSON.stringify({
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
  }),
  'CHANGELOG.md': '',
  LICENSE: '',
  'README.md': '',
  'dist/index.js': 'export { connect } from "./connect.js";\n',
  'dist/index.d.ts': 'export { connect } from "./connect.js";\n',
  'dist/connect.d.ts': 'export declare const connect: () => void;\n',
  'dist/connect.js': 'const connect = () => {};\n//# sourceMappingURL=connect.js.map',
  'dist/connect.js.map': map,
};
const problemsWith = (changes: Record<string, string | undefined>) =>
  tarballProblems(
    new Map(
      Object.entries({ ...whole, ...changes }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    ),
  );

describe('the rules of the package', () => {
  it('are content with what package.json names, what that imports, and the maps', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it.each([
    ['LICENSE', 'LICENSE is missing'],
    ['dist/connect.js', 'dist/connect.js is missing'],
    ['dist/connect.d.ts', 'dist/connect.d.ts is missing'],
    ['dist/connect.js.map', 'dist/connect.js.map is missing'],
  ])('miss %s', (path, problem) => {
    expect(problemsWith({ [path]: undefined })).toContain(problem);
  });

  it.each(['src/index.ts', 'dist/forgotten.d.ts', '.env'])('refuse %s', (path) => {
    expect(problemsWith({ [path]: '' })).toEqual([`${path} is not needed`]);
  });

  it.each([
    ['no map', 'const connect = () => {};\n', 'dist/connect.js has no source map'],
    [
      'React, and no mark',
      'import { useState } from "react";\n//# sourceMappingURL=connect.js.map',
      "dist/connect.js does not start with 'use client'",
    ],
    [
      'a mark, and no React',
      '"use client";\n//# sourceMappingURL=connect.js.map',
      "dist/connect.js starts with 'use client'",
    ],
    [
      'a mark that is not first',
      'const a = 1;\n"use client";\nrequire("react");\n//# sourceMappingURL=connect.js.map',
      "dist/connect.js does not start with 'use client'",
    ],
  ])('refuse a script with %s', (_, text, problem) => {
    expect(problemsWith({ 'dist/connect.js': text })).toContain(problem);
  });

  it.each([
    [{ sources: ['../src/a.ts'] }, 'dist/connect.js.map lacks sources'],
    [
      { sources: ['/home/me/a.ts'], sourcesContent: ['export {};'] },
      'dist/connect.js.map names paths of one machine',
    ],
  ])('refuse the map %j', (text, problem) => {
    expect(problemsWith({ 'dist/connect.js.map': JSON.stringify(text) })).toEqual([problem]);
  });

  it.each([
    ['MIT License\n', ['LICENSE does not name @other/part']],
    ['MIT License\n\n@other/part: Copyright (c) 2020 Other\n', []],
  ])('want the owners of bundled code in the LICENSE %j', (license, problems) => {
    const text = { sources: ['../node_modules/@other/part/a.js'], sourcesContent: ['export {};'] };

    expect(problemsWith({ LICENSE: license, 'dist/connect.js.map': JSON.stringify(text) })).toEqual(
      problems,
    );
  });

  it('refuse a runtime dependency', () => {
    const manifest = { ...JSON.parse(whole['package.json']!), dependencies: { other: '1' } };

    expect(problemsWith({ 'package.json': JSON.stringify(manifest) })).toEqual([
      'package.json has runtime dependencies',
    ]);
  });

  it('want a folder for each entry, for tools that read no exports, and files behind it', () => {
    const exports = {
      '.': './dist/index.js',
      './core': './dist/index.js',
      './core.js': './dist/index.js',
    };
    const manifest = { 'package.json': JSON.stringify({ exports, types: './dist/index.d.ts' }) };
    const stub = (main: string) => ({ 'core/package.json': JSON.stringify({ main }) });

    expect(problemsWith(manifest)).toEqual(['core/package.json is missing']);
    expect(problemsWith({ ...manifest, ...stub('../dist/index.js') })).toEqual([]);
    expect(problemsWith({ ...manifest, ...stub('../dist/gone.js') })).toEqual([
      'core/package.json leads to dist/gone.js, which is missing',
    ]);
  });
});
