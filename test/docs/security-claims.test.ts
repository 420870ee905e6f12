// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const text = read('SECURITY.md');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (Attacker|-)/.test(line));
const proofsIn = (markdown: string) =>
  [...markdown.matchAll(/`(test\/[^`]+)` “([^”]+)”/g)].map(([, file, title]) => [file!, title!]);

/** Whether a file has a test or a group with that title, in any quotes. */
function hasTitle(source: string, title: string): boolean {
  const literal = title.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  return new RegExp(`(['"\`])${literal}\\1`).test(source);
}

describe('SECURITY.md', () => {
  it('has a claim in every row, and a proof for every claim', () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) expect(proofsIn(row), row).not.toEqual([]);
    expect(proofsIn(text)).toHaveLength(text.split('`test/').length - 1);
  });

  it.each(proofsIn(text))('names a test that exists: %s “%s”', (file, title) => {
    expect(existsSync(new URL(file, root))).toBe(true);
    const source = read(file);
    for (const part of title.split(' › ')) expect(hasTitle(source, part), part).toBe(true);
  });
});
