import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { entries } from '../../scripts/entries';
import { type Consumer, installConsumer } from './packed';

// The algorithm of eslint-plugin-import and Parcel as they come: folders, `main`, no `exports`.
const resolve: { sync(id: string, options: object): string } = createRequire(import.meta.url)(
  'resolve',
);

describe('a tool that reads no exports', () => {
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await installConsumer([inject('tarball').file]);
  });
  afterAll(() => consumer?.remove());

  const find = (name: string, field: string) => {
    const id = ['react-360dialog-connect', name].filter(Boolean).join('/');
    const packageFilter = (manifest: Record<string, string>) => ({
      ...manifest,
      main: manifest[field],
    });
    return resolve
      .sync(id, { basedir: consumer.folder, packageFilter })
      .slice(join(consumer.folder, 'node_modules/react-360dialog-connect/').length);
  };

  test.each(entries.map(({ name, source }) => [name, source]))(
    'finds the entry "%s"',
    (name, source) => {
      const file = source.replace('src/', 'dist/').replace('.ts', '');

      expect(find(name!, 'main')).toBe(`${file}.cjs`);
      expect(find(name!, 'module')).toBe(`${file}.js`);
    },
  );

  test('for browsers finds what says that the server half is none of theirs', () => {
    expect(find('server', 'browser')).toBe('dist/server/browser.js');
  });
});
