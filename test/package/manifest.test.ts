import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type manifestHere from '../../package.json';
import { designTokens } from '../../scripts/design-tokens';
import { readTarball } from '../../scripts/read-tarball';
import type { PackedFiles } from '../../scripts/tarball-rules';

// What the entries of `exports` lead to, other tests import. This is the rest of package.json.
describe('the packed package.json', () => {
  let files: PackedFiles;
  let manifest: typeof manifestHere;
  const textOf = (path: string) => files.get(path.replace(/^\.\//, ''));

  beforeAll(async () => {
    files = await readTarball(inject('tarball').file);
    manifest = JSON.parse(textOf('package.json')!);
  });

  test('leads tools that read no exports to the same files', () => {
    const { main, module, types, exports } = manifest;

    expect({ main, module, types }).toEqual({
      main: exports['.'].require.default,
      module: exports['.'].import.default,
      types: exports['.'].import.types,
    });
    for (const path of [main, module, types]) expect(textOf(path)).toContain('ConnectButton');
  });

  test('gives script tags of a CDN the redirect script', () => {
    const script = manifest.exports['./redirect.global.js'];

    expect([manifest.unpkg, manifest.jsdelivr]).toEqual([script, script]);
    expect(textOf(script)).toMatch(/^\(function\(\)\{[\s\S]*currentScript/);
  });

  test('has the tokens of the themed button for design tools', () => {
    const tokens = textOf(manifest.exports['./styled/tokens.json']);

    expect(JSON.parse(tokens!)).toEqual(designTokens());
  });

  test('names the command, which Node runs', () => {
    expect(manifest.bin).toEqual({ [manifest.name]: './dist/cli/main.js' });
    expect(textOf('dist/cli/main.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('asks for Node 20.19 or newer', () => {
    expect(manifest.engines).toEqual({ node: '>=20.19' });
  });

  test('has the licence whose text is in LICENSE, as those of the packages in it', async () => {
    const plain = (text: string) => text.replace(/\s+/g, ' ');
    const terms = /Permission is hereby granted.* OTHER DEALINGS IN THE SOFTWARE\./;
    const theirs = await readFile('node_modules/hono/LICENSE', 'utf8');

    expect(manifest.license).toBe('MIT');
    expect(textOf('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} \S/);
    expect(plain(textOf('LICENSE')!).match(terms)?.[0]).toBe(plain(theirs).match(terms)![0]);
  });
});
