import { test } from 'vitest';

/**
 * Stands for the tests of a part that this machine lacks, such as Firefox or Redis: a skipped test,
 * or one that fails where nothing may be skipped, with `NO_SKIPS=1`.
 */
export function reportMissing(part: string, why: string): void {
  if (process.env['NO_SKIPS'] === '1') {
    test(`${part} is there to test with`, () => {
      throw new Error(why);
    });
  } else {
    process.stdout.write(`${part} is skipped: ${why}\n`);
    test.skip(`${part} is skipped: ${why}`, () => {});
  }
}
