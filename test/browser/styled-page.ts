import type { Page } from 'playwright';
import type { Stage } from './stage';

/** Opens the page of themed buttons; its parameters are read in `fixtures/styled.tsx`. */
export async function openStyled(stage: Stage, parameters: Record<string, string> = {}) {
  const page = await stage.open(stage.url('app', '/styled', parameters));
  await page.getByRole('heading').waitFor();
  return page;
}

/** What a button's property is computed as. */
export const cssOf = (page: Page, id: string, property: string) =>
  page
    .locator(`#${id}`)
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
