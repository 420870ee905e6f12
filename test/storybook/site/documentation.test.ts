import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, inject } from 'vitest';
import { exportsOf, ownPropertiesOf, propertiesOf, readSource } from '../../../scripts/doc-blocks';
import { allButContrast, findByAxe } from '../../helpers/axe-in-page';
import { openStory, test } from './story-steps';

const main = 'src/index.ts';
const styled = 'src/styled/index.ts';
const source = readSource([main, styled]);
const type = (entry: string, name: string) => exportsOf(source, entry).get(name)!;
const options = propertiesOf(source, type(main, 'OnboardingOptions')).map(({ name }) => name);
const own = (entry: string, name: string) =>
  ownPropertiesOf(source, type(entry, name)).map((property) => property.name);

/** All rules of axe, its best practices too. */
const expectNothingFound = async (page: Page, how: string, rules?: RunOptions) =>
  expect(await findByAxe(page, rules, '.sbdocs-content'), how).toEqual([]);

/** Without Storybook around it. */
async function openPage(page: Page, id: string, globals: string, textSize: string): Promise<void> {
  await page.goto(`${inject('storybook')}/iframe.html?id=${id}&viewMode=docs&globals=${globals}`);
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
  }, textSize);
  await page.locator('.sbdocs-content h1').first().waitFor();
}

const overflowOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

const { entries } = await (await fetch(`${inject('storybook')}/index.json`)).json();
const pages = Object.keys(entries).filter((id) => entries[id].type === 'docs');

describe('the documentation', () => {
  test('has the pages of the guide, and one for each component', () => {
    expect(pages.length).toBeGreaterThan(30);
  });

  for (const id of pages) {
    test(`has nothing that axe finds, however it is looked at: ${id}`, async ({ context }) => {
      const page = await context.newPage();
      await page.setViewportSize({ width: 1280, height: 900 });
      await openPage(page, id, 'theme:light', '100%');
      for (const only of ['main', 'main h1'])
        expect(await page.locator(only).count(), only).toBe(1);
      await expectNothingFound(page, 'light');
      await page.setViewportSize({ width: 360, height: 740 });
      await expectNothingFound(page, 'on a phone', allButContrast);
      await expect.poll(() => overflowOf(page), { message: 'cut on a phone' }).toBe(0);
      await openPage(page, id, 'theme:dark;direction:rtl', '200%');
      await expectNothingFound(page, 'dark, right to left, on a phone, large text');
      await expect.poll(() => overflowOf(page), { message: 'cut with large text' }).toBe(0);
    });
  }
});

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
    await expectNothingFound(page, 'wide', { runOnly: ['scrollable-region-focusable'] });

    await page.setViewportSize({ width: 1600, height: 900 });
    await expect.poll(() => page.getByRole('group', { name: 'Table' }).count()).toBe(0);
  });

  test('breaks the name of a component between its words on a phone', async ({ context }) => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 360, height: 740 });
    for (const id of ['embeddedsignupbutton', 'useintegratedonboarding']) {
      await openPage(page, `${id}--docs`, 'theme:light', '100%');
      const title = page.locator('.sbdocs-content h1').first();
      const linesOfWords = await title.evaluate((it) =>
        [...it.childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map((word) => {
            const range = document.createRange();
            range.selectNodeContents(word);
            return range.getClientRects().length;
          }),
      );

      expect(linesOfWords.length, id).toBeGreaterThan(1);
      expect(linesOfWords, id).toEqual(linesOfWords.map(() => 1));
    }
  });

  test('lists the stories of a component on its page, as targets that a finger meets', async ({
    context,
  }) => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 900 });
    await openPage(page, 'states--docs', 'theme:light', '100%');
    const links = page.locator('a.toc-link');
    await links.getByText('Anatomy').waitFor();

    expect(await links.allInnerTexts()).toEqual(expect.arrayContaining(['Every State', 'Sizes']));
    const heights = await links.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().height),
    );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
  });

  test('leaves what an option means room for a few words a line', async ({ context }) => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 360, height: 740 });
    await openPage(page, 'guide-embedded-signup--docs', 'theme:light', '100%');
    const meanings = page.locator('.guide-table td:nth-child(3):last-child');
    const widths = await meanings.evaluateAll((all) => all.map((each) => each.clientWidth));

    expect(widths.length).toBeGreaterThan(20);
    expect(Math.min(...widths)).toBeGreaterThan(200);
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
