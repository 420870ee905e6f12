// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const text = readFileSync('CONTRIBUTING.md', 'utf8');
const foldersOf = (path: string) =>
  readdirSync(path, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? [each.name] : [],
  );

describe('the guide for contributors', () => {
  it.each(foldersOf('src'))('has src/%s on its map', (folder) => {
    expect(text).toContain(`| [\`src/${folder}\`](src/${folder}) |`);
  });

  it.each(Object.keys(manifest.scripts).filter((name) => !/^(pre|post)/.test(name)))(
    'tells what npm run %s does',
    (name) => {
      const command = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;

      expect(text).toContain(`| \`${command}\` |`);
    },
  );

  it('names no command that is not there', () => {
    const named = Array.from(text.matchAll(/npm run ([\w:-]+)/g), ([, name]) => name!);

    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(named));
  });

  it('tells which project runs which tests', () => {
    const config = readFileSync('vitest.config.ts', 'utf8');
    const projects = Array.from(config.matchAll(/\bname: '([\w-]+)'/g), ([, name]) => name);

    expect(projects.length).toBeGreaterThan(3);
    for (const project of projects) expect(text).toContain(`| \`${project}\` |`);
  });
});
