import type { Page } from 'playwright';
import { describe, expect, inject } from 'vitest';
import { type StorybookWindow, setArgument } from './story-channel';
import { openStory, test } from './story-steps';

/** The controls of a story as the panel has them. */
const controlsOf = (page: Page, storyId: string) =>
  page.evaluate(async (storyId) => {
    const { __STORYBOOK_PREVIEW__: preview } = window as unknown as StorybookWindow;
    const { argTypes } = await preview.storyStoreValue.loadStory({ storyId });
    return Object.entries(argTypes)
      .filter(([, { control }]) => control?.type && !control.disable)
      .map(([name, { control, options }]) => ({
        name,
        type: control!.type!,
        options,
      }));
  }, storyId);

/** What each kind of control can be made to hold; an object's field takes any JSON. */
const valuesOf = ({ type, options = [] }: { type: string; options?: unknown[] | undefined }) =>
  ({
    object: [{}, [], null, 5, 'text', [{}]],
    text: ['', '{"a": 1}', '<b>'],
    number: [0, -1, 1e9],
    boolean: [true, false],
  })[type] ?? options;

describe('the controls', () => {
  for (const id of [
    'connectbutton--default',
    'styledconnectbutton--default',
    'useintegratedonboarding--own-buttons',
  ]) {
    test(`break nothing, whatever they are set to: ${id}`, async ({ context }) => {
      const page = await openStory(context, id);
      const controls = await controlsOf(page, id);
      expect(controls.length).toBeGreaterThan(8);

      for (const control of controls) {
        for (const value of valuesOf(control)) {
          await setArgument(page, id, control.name, value);
          const broken = await page.locator('body.sb-show-errordisplay').count();
          expect(broken, `${control.name}: ${JSON.stringify(value)}`).toBe(0);
          expect(await page.locator('.story button').count()).toBeGreaterThan(0);
        }
        await setArgument(page, id, control.name, undefined);
      }
    });
  }

  test('let a designer type the label, and choose icons, words and a theme', async ({
    context,
  }) => {
    const id = 'styledconnectbutton--default';
    const page = await openStory(context, id);
    const button = page.getByRole('button');

    await setArgument(page, id, 'label', 'Add WhatsApp');
    await setArgument(page, id, 'startIcon', 'none');
    await setArgument(page, id, 'endIcon', 'arrow');
    await setArgument(page, id, 'theme', 'pill');

    expect(await button.innerText()).toMatch(/^Add WhatsApp\s*→$/);
    expect(await button.locator('svg').count()).toBe(0);
    expect(await button.evaluate((it) => getComputedStyle(it).borderRadius)).toBe('999px');
    await setArgument(page, id, 'label', undefined);
    await setArgument(page, id, 'labels', 'own words');
    expect(await button.innerText()).toContain('Add a number');
  });

  test('begin with the look and the text of the themed button', async ({ context }) => {
    const page = await context.newPage();
    await page.goto(`${inject('storybook')}/?path=/story/styledconnectbutton--default`);
    const rows = page.locator('#storybook-panel-root .docblock-argstable-body tr');
    await rows.first().waitFor();

    const cells = await rows.locator('td:first-child').allInnerTexts();

    const names = cells.map((text) => text.trim().split('\n').at(-1)!);
    const [look, variant, size] = names;
    expect([look, variant, size]).toEqual(['LOOK', 'variant', 'size']);
    expect(names.indexOf('TEXT')).toBeGreaterThan(names.indexOf('theme'));
    expect(names.indexOf('label')).toBeLessThan(names.indexOf('OPTIONS'));
  });
});
