import type { BrowserContext, Page } from 'playwright';
import { describe, expect, inject } from 'vitest';
import { goToStory } from './story-channel';
import { test } from './story-steps';

/** Everything that went wrong on the pages of a context. */
function troublesOf(context: BrowserContext): string[] {
  const troubles: string[] = [];
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} ${response.url()}`);
  });
  context.on('requestfailed', (request) => troubles.push(`failed ${request.url()}`));
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  context.on('weberror', (error) => troubles.push(String(error.error())));
  return troubles;
}

const open = async (context: BrowserContext, path: string): Promise<[Page, string[]]> => {
  const troubles = troublesOf(context);
  const page = await context.newPage();
  await page.goto(`${inject('staticSite')}/?path=${path}`);
  return [page, troubles];
};

/** The page of all stories, without the sidebar around it. */
async function openStories(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${inject('staticSite')}/iframe.html?id=guide-introduction--docs&viewMode=docs`);
  await page.getByRole('heading', { name: 'Connect a WhatsApp number' }).waitFor();
  return page;
}

const inside = (page: Page) => page.frameLocator('#storybook-preview-iframe');

describe('the static site below a path', () => {
  test('shows the introduction, and its links stay on the site', async ({ context }) => {
    const [page, troubles] = await open(context, '/docs/guide-introduction--docs');
    await inside(page).getByRole('heading', { name: 'Connect a WhatsApp number' }).waitFor();
    await inside(page).getByRole('img', { name: 'The flow' }).waitFor();

    await inside(page).getByRole('link', { name: 'Generator', exact: true }).click();
    await inside(page).getByRole('heading', { name: 'Generator', exact: true }).waitFor();
    expect(page.url().startsWith(inject('staticSite'))).toBe(true);
    expect(troubles).toEqual([]);
  });

  test('says that there is no sandbox, instead of leading nowhere', async ({ context }) => {
    const [page, troubles] = await open(context, '/story/try-it--connect');
    const button = inside(page).getByRole('button', { name: 'Connect 360dialog' });
    expect(await button.isEnabled()).toBe(true);

    await button.press('Enter');

    await inside(page).getByText('There is no sandbox hub here').waitFor();
    expect(await button.getAttribute('data-status')).toBe('idle');
    expect(context.pages()).toEqual([page]);
    expect(troubles).toEqual([]);
  });

  test('opens the dialog of a story, in which a press says that there is no sandbox', async ({
    context,
  }) => {
    const page = await openStories(context);
    // The story's own steps open and close it, too; they are over then.
    await goToStory(page, 'placement--dialog');
    await page.getByRole('button', { name: 'WhatsApp settings…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Connect WhatsApp' });

    await dialog.getByRole('button', { name: 'Continue' }).click();

    await page.getByText('There is no sandbox hub here').waitFor();
    expect(context.pages()).toEqual([page]);
  });

  // Every story, one after the other.
  test('leads no button of a story to a hub of 360dialog', { timeout: 240_000 }, async ({
    context,
  }) => {
    const { entries } = await (await fetch(`${inject('staticSite')}/index.json`)).json();
    const stories = Object.keys(entries).filter((id) => entries[id].type === 'story');
    const asked: string[] = [];
    await context.route(/360dialog\.(com|io)|sandbox\.invalid/, (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    const page = await openStories(context);
    for (const id of stories) {
      await goToStory(page, id);
      const buttons = page.locator('#storybook-root button:enabled');
      await page.locator('#storybook-root button').first().waitFor();
      for (const button of await buttons.all()) await button.dispatchEvent('click');

      expect(context.pages(), id).toEqual([page]);
      expect(asked, id).toEqual([]);
    }
    expect(stories.length).toBeGreaterThan(40);
  });

  test('lets the generator’s button try no hub but one that the visitor names', async ({
    context,
  }) => {
    const [page] = await open(context, '/story/generator--generator');
    const generator = inside(page);
    await generator.getByRole('textbox', { name: 'Partner ID' }).fill('aAbBcCPA');

    await generator.getByRole('button', { name: 'Connect WhatsApp' }).click();

    await generator.getByText('There is no sandbox hub here').waitFor();
    expect(context.pages()).toEqual([page]);
  });

  test('has a generator that asks for a partner ID and leads to the real hub', async ({
    context,
  }) => {
    const [page, troubles] = await open(context, '/story/generator--generator');
    const generator = inside(page);
    await generator.getByText('invalid partnerId').first().waitFor();
    await generator.getByRole('textbox', { name: 'Partner ID' }).fill('aAbBcCPA');

    await generator
      .getByText('https://hub.360dialog.com/dashboard/app/aAbBcCPA/permissions', { exact: true })
      .waitFor();
    expect(troubles).toEqual([]);
  });
});
