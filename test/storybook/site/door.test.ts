import type { Page } from 'playwright';
import { describe, expect, inject } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { test } from './story-steps';

const story = (id: string) => `${inject('storybook')}/?path=/story/${id}`;
const controls = (page: Page) => page.getByRole('tab', { name: 'Controls' });
const button = (page: Page) =>
  page.frameLocator('#storybook-preview-iframe').getByRole('button').first();

describe('the door', () => {
  test('opens the introduction, first in the sidebar', async ({ context }) => {
    const page = await context.newPage();
    await page.goto(`${inject('storybook')}/`);
    const introduction = page.getByRole('link', { name: 'Introduction', exact: true });
    await introduction.waitFor();
    await page
      .frameLocator('#storybook-preview-iframe')
      .getByRole('heading', { name: 'Connect a WhatsApp number' })
      .waitFor();

    expect(new URL(page.url()).searchParams.get('path')).toBe('/docs/guide-introduction--docs');
    const links = page.locator('#storybook-explorer-tree').getByRole('link');
    expect(await links.first().innerText()).toBe('Introduction');
  });

  test('has every page under a heading, those that play an onboarding apart', async ({
    context,
  }) => {
    const page = await context.newPage();
    await page.goto(`${inject('storybook')}/`);
    const headings = page.locator('#storybook-explorer-tree .sidebar-subheading');
    await headings.first().waitFor();

    expect(await headings.allInnerTexts()).toEqual(
      ['Guide', 'Tools', 'Components', 'Design', 'Scenarios'].map((name) =>
        expect.stringMatching(new RegExp(name, 'i')),
      ),
    );
    const { entries } = await (await fetch(`${inject('storybook')}/index.json`)).json();
    const titles = Object.values(entries as Record<string, { title: string }>);
    expect(titles.filter(({ title }) => !title.includes('/'))).toEqual([]);
  });

  test('leads from the introduction to the rooms of a designer', async ({ context }) => {
    const page = await context.newPage();
    await page.goto(`${inject('storybook')}/`);
    const content = page.frameLocator('#storybook-preview-iframe').locator('.sbdocs-content');

    for (const name of ['Getting started', 'StyledConnectButton', 'Theming', 'Accessibility']) {
      await content.getByRole('link', { name, exact: true }).first().waitFor();
    }
  });

  test('is found by the words that a designer searches', async ({ context }) => {
    const page = await context.newPage();
    await page.goto(`${inject('storybook')}/`);
    const search = page.locator('#storybook-explorer-searchfield');

    for (const [word, found] of [
      ['token', 'Color and design tokens'],
      ['color', 'Color and design tokens'],
      ['Figma', 'Color and design tokens'],
      ['variant', 'Variant, size and spinner'],
      ['spinner', 'Variant, size and spinner'],
      ['copy', 'Copy: what to write'],
    ]) {
      await search.fill(word!);
      await page.getByRole('option', { name: found! }).first().waitFor();
    }
  });

  test('names the package and its version, which lead to the start', async ({ context }) => {
    const page = await context.newPage();
    await page.goto(story('styledconnectbutton--default'));

    await page.getByRole('link', { name: `${manifest.name} ${manifest.version}` }).click();

    await page.waitForURL(/path=\/docs\/guide-introduction--docs/);
    expect(context.pages()).toEqual([page]);
  });

  test('is dark around a dark page, from its address and by the toolbar', async ({ context }) => {
    const page = await context.newPage();
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto(`${story('styledconnectbutton--default')}&globals=theme:dark`);
    await button(page).waitFor();
    expect(await ground()).toBe('rgb(16, 22, 28)');

    await page.getByRole('button', { name: /^Light or dark/ }).click();
    await page.getByRole('option', { name: 'Light' }).click();

    await expect.poll(ground).toBe('rgb(244, 246, 248)');
  });
});

describe('a story that is a whole page', () => {
  for (const id of ['try-it--connect', 'generator--generator']) {
    test(`has no panel, and leaves that of the others alone: ${id}`, async ({ context }) => {
      const page = await context.newPage();
      await page.goto(story(id));
      await button(page).waitFor();
      expect(await controls(page).isVisible()).toBe(false);

      await page.goto(story('styledconnectbutton--default'));
      await controls(page).waitFor();
      await page.reload();
      await controls(page).waitFor();

      const panel = page.locator('#storybook-panel-root');
      expect((await panel.boundingBox())?.height).toBeGreaterThan(200);
    });
  }
});
