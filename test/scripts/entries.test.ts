// @vitest-environment node
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { commandSource, entries, manifestOfEntries, scriptFiles } from '../../scripts/entries';

const sources = [
  ...entries.flatMap(({ source, browserSource }) => [source, browserSource ?? source]),
  ...scriptFiles.map(({ source }) => source),
  commandSource,
];

describe('the table of entries', () => {
  it.each(Object.entries(manifestOfEntries()))(
    'decides what package.json says of %s; `npm run entries` writes it',
    (part, value) => {
      expect(manifest[part as keyof typeof manifest]).toEqual(value);
      // The order of conditions decides, too.
      expect(JSON.stringify(manifest[part as keyof typeof manifest])).toBe(JSON.stringify(value));
    },
  );

  it.each(sources)('names a source that there is: %s', (source) => {
    expect(existsSync(source)).toBe(true);
  });
});
