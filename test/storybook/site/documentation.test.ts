import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, inject } from 'vitest';
import { exportsOf, ownPropertiesOf, propertiesOf, readSource } from '../../../scripts/doc-blocks';
import { openStory, test } from './story-steps';

const main = 'src/index.ts';
const styled = 'src/styled/index.ts';
const source = readSource([main, styled]);
const type = (entry: string, name: string) => exportsOf(source, entry).get(name)!;
const options = propertiesOf(source, type(main, 'OnboardingOptions')).map(({ name }) => name);
const own = (entry: string, name: string) =>
  ownPropertiesOf(source, type(entry, name)).map((property) => property.name);

describe('the toolbar and the documentation', () => {
  test('sets language, direction and theme of the page', async ({ context }) => {
    const page = await openStory(context, 'connectbutton--default', 'theme:dark;language:ar');
    await page.getByRole('button', { name: 'ربط 360dialog' }).waitFor();
    const root = await page.evaluate(() => {
      const { lang, dir, dataset } = document.documentElement;
      return { lang, dir, theme: dataset['theme'] };
    });

    expect(root).toEqual({ lang: 'ar', dir: 'rtl', theme: 'dark' });
  });

  // What is dark differs in nothing but its colors.
  const rulesOfThemes = { light: [], dark: ['color-contrast'] };
  for (const [theme, rules] of Object.entries(rulesOfThemes)) {
    // Every page of the guide, one after the other.
    test(`has guide pages in which axe finds nothing, ${theme}`, { timeout: 180_000 }, async ({
      context,
    }) => {
      const storybook = inject('storybook');
      const { entries } = await (await fetch(`${storybook}/index.json`)).json();
      const guide = Object.keys(entries).filter(
        (id) => id.startsWith('guide-') && entries[id].type === 'docs',
      );
      expect(guide.length).toBeGreaterThan(8);
      const page = await context.newPage();
      for (const id of guide) {
        await page.goto(`${storybook}/iframe.html?id=${id}&viewMode=docs&globals=theme:${theme}`);
        await page.locator('.sbdocs-content h1').waitFor();
        const axe = new AxeBuilder({ page }).include('.sbdocs-content');
        const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze();
        expect(violations, id).toEqual([]);
      }
    });
  }

  test('scrolls a wide table of the guide by keyboard, and does not stop at a narrow one', async ({
    context,
  }) => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(
      `${inject('storybook')}/iframe.html?id=guide-statuses-and-errors--docs&viewMode=docs`,
    );
    const wide = page.getByRole('group', { name: 'Table' }).first();
    await wide.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => wide.evaluate((it) => it.scrollLeft)).toBeGreaterThan(0);
    const { violations } = await new AxeBuilder({ page })
      .include('.sbdocs-content')
      .withRules(['scrollable-region-focusable'])
      .analyze();
    expect(violations).toEqual([]);

    await page.setViewportSize({ width: 1600, height: 900 });
    await expect.poll(() => page.getByRole('group', { name: 'Table' }).count()).toBe(0);
  });

  test('has guide pages whose links and pictures, written for a code host, lead here', async ({
    context,
  }) => {
    const storybook = inject('storybook');
    const { entries } = await (await fetch(`${storybook}/index.json`)).json();
    const page = await context.newPage();
    for (const id of ['guide-getting-started--docs', 'guide-a-button-of-your-own--docs']) {
      await page.goto(`${storybook}/iframe.html?id=${id}&viewMode=docs`);
      const content = page.locator('.sbdocs-content');
      await content.locator('a[href^="?path="]').first().waitFor();
      const links = await content
        .locator('a')
        .evaluateAll((all) =>
          all.map((each) => each.getAttribute('href')!).filter((href) => !href.startsWith('#')),
        );
      const widths = await content
        .locator('img')
        .evaluateAll((all) => all.map((each) => (each as HTMLImageElement).naturalWidth));

      for (const link of links) {
        const [, shown] = /^\?path=\/(?:docs|story)\/([\w-]+)/.exec(link) ?? [];
        expect(entries, `${link} on ${id}`).toHaveProperty([shown!]);
      }
      expect(widths.length).toBeGreaterThan(0);
      expect(widths).not.toContain(0);
    }
  });

  test('keeps a chip and the comma after it together', async ({ context }) => {
    const page = await context.newPage();
    await page.goto(
      `${inject('storybook')}/iframe.html?id=guide-statuses-and-errors--docs&viewMode=docs`,
    );
    const chip = page.locator('.sbdocs-content p code').first();
    await chip.waitFor();

    const { display, marginRight } = await chip.evaluate((it) => {
      const { display, marginRight } = getComputedStyle(it);
      return { display, marginRight };
    });

    expect({ display, marginRight }).toEqual({ display: 'inline', marginRight: '0px' });
  });

  test('shows under a story the code that runs in an app of its own', async ({ context }) => {
    const page = await context.newPage();
    await page.goto(
      `${inject('storybook')}/iframe.html?id=styledconnectbutton--docs&viewMode=docs`,
    );

    await page.getByRole('switch', { name: 'Show code' }).first().click();

    const code = page.locator('pre', { hasText: 'YOUR_PARTNER_ID' }).first();
    await code.waitFor();
    expect(await code.innerText()).toMatch(/^import \{ StyledConnectButton \} from/);
  });

  const described: [string, string[]][] = [
    ['connectbutton', [...options, ...own(main, 'ConnectButtonProps')]],
    ['useintegratedonboarding', options],
    [
      'styledconnectbutton',
      [...options, ...own(main, 'ConnectButtonProps'), ...own(styled, 'ConnectButtonLook')],
    ],
  ];
  for (const [name, expected] of described) {
    test(`describes every option of ${name}, and nothing else`, async ({ context }) => {
      const page = await context.newPage();
      await page.goto(`${inject('storybook')}/iframe.html?id=${name}--docs&viewMode=docs`);
      const rows = page.locator('.docblock-argstable').first().locator('tbody tr');
      await rows.first().waitFor();
      const described = await rows.evaluateAll((all) =>
        all
          .map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!.trim()))
          .filter((cells) => cells.length > 2),
      );

      const names = described.map(([option]) => option!.replace('*', ''));
      expect(names.sort()).toEqual([...new Set(expected)].sort());
      expect(described.filter(([, text]) => text!.length < 12)).toEqual([]);
    });
  }
});
