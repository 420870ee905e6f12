import type { Page } from 'playwright';
import type { Stage } from './stage';

/**
 * Opens the page of themed buttons, or the one of their states; its parameters are read in
 * `fixtures/styled.tsx` and `fixtures/styled-states.tsx`.
 */
export async function openStyled(
  stage: Stage,
  parameters: Record<string, string> = {},
  path: '/styled' | '/styled-states' = '/styled',
) {
  const page = await stage.open(stage.url('app', path, parameters));
  await page.getByRole('heading').waitFor();
  return page;
}

/** What a button's property is computed as. */
export const cssOf = (page: Page, id: string, property: string) =>
  page
    .locator(`#${id}`)
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

/** A color as browsers compute it, without its transparency. */
export const toHex = (rgb: string) =>
  `#${rgb
    .match(/\d+/g)!
    .slice(0, 3)
    .map((value) => Number(value).toString(16).padStart(2, '0'))
    .join('')}`;
