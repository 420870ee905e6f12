import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright';

/**
 * Has axe look at a page that has no frames.
 *
 * @param within a selector of what to look at
 * @returns each element that a rule finds, with the rule's name
 */
export async function findByAxe(
  page: Page,
  options: RunOptions = {},
  within = 'html',
): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    ([element, runOptions]) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(element, runOptions),
    [within, options] as const,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const contrast = 'color-contrast';

/** It takes the longest, and depends on the colors alone. */
export const onlyContrast: RunOptions = { runOnly: [contrast] };
export const allButContrast: RunOptions = { rules: { [contrast]: { enabled: false } } };
