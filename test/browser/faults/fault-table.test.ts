import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { faults } from './all-faults';
import { faultTable } from './fault-table';

const resultsOf = async (engine: string) =>
  JSON.parse(await readFile(new URL(`results/${engine}.json`, import.meta.url), 'utf8'));

describe('the fault matrix', () => {
  test('has at least 80 scenarios, each with a title of its own', () => {
    const titles = new Set(faults.map(({ title }) => title));
    expect(titles.size).toBe(faults.length);
    expect(titles.size).toBeGreaterThanOrEqual(80);
  });

  test('stands in the docs as the runs of the three engines left it', async () => {
    const results = {
      Chromium: await resultsOf('Chromium'),
      Firefox: await resultsOf('Firefox'),
      WebKit: await resultsOf('WebKit'),
    };
    const titles = faults.map(({ title }) => title);
    const published = await resultsOf('published');
    for (const result of [...Object.values(results), published])
      expect(Object.keys(result)).toEqual(titles);
    await expect(faultTable(results, published)).toMatchFileSnapshot(
      '../../../docs/fault-matrix.md',
    );
  });
});
