import type { BrowserContext } from 'playwright';
import { describe, expect, inject } from 'vitest';
import { allow, channel, client, openStory, press, signUp, test } from './story-steps';

const openGenerator = (context: BrowserContext) => openStory(context, 'generator--generator');

describe('the generator', () => {
  test('shows every event and the callback object of a live run', async ({ context }) => {
    const page = await openGenerator(context);
    const popup = await press(page, 'Connect WhatsApp');
    await signUp(popup, 'generator@bluebird.example');
    await allow(popup);

    const log = page.getByRole('log');
    await log.getByText('callback').waitFor();
    expect(await log.locator('strong').allTextContents()).toEqual([
      'onStatusChange',
      'onStatusChange',
      'callback',
    ]);
    const result = JSON.parse((await log.locator('code').textContent())!);
    expect(result).toEqual({ client, channels: [channel, channel] });
  });

  test('copies a link that shows the same in a new tab', async ({ context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await openGenerator(context);
    await page.getByRole('textbox', { name: 'Partner ID' }).fill('dDeEfFPA');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ana & "Söhne" #1');
    await page.getByRole('combobox', { name: 'First form' }).selectOption('login');
    await page.getByRole('radio', { name: 'Hook' }).check();
    const code = await page.getByTestId('code').textContent();
    await page.getByRole('button', { name: 'Copy link to this' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());

    await page.goto('about:blank');
    const other = await context.newPage();
    await other.goto(link);
    await other.locator('#storybook-explorer-tree').waitFor();
    const generator = other.frameLocator('#storybook-preview-iframe');
    expect(await generator.getByTestId('code').textContent()).toBe(code);
    expect(await generator.getByRole('radio', { name: 'Hook' }).isChecked()).toBe(true);
    expect(code).toContain(`name: 'Ana & "Söhne" #1'`);
  });

  test('says that code for the sandbox needs a redirect URL, until it has one', async ({
    context,
  }) => {
    const page = await openGenerator(context);
    const note = page.getByRole('note').filter({ hasText: 'Redirect URL' });
    await note.waitFor();

    await page.getByText('The way back', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Redirect URL' }).fill('https://app.example.com/');
    await note.waitFor({ state: 'detached' });

    await page.getByRole('textbox', { name: 'Redirect URL' }).fill('');
    await page.getByRole('combobox', { name: 'Hub' }).first().selectOption('prod');
    await page.getByText('https://hub.360dialog.com').first().waitFor();
    expect(await note.count()).toBe(0);
  });

  test('keeps its state over a reload, by itself and inside Storybook', async ({ context }) => {
    const alone = await openGenerator(context);
    await alone.getByRole('textbox', { name: 'Partner ID' }).fill('alonePA');
    await alone.reload();
    await alone.getByText('partnerId="alonePA"').waitFor();

    const page = await context.newPage();
    await page.goto(`${inject('storybook')}/?path=/story/generator--generator`);
    const generator = page.frameLocator('#storybook-preview-iframe');
    await generator.getByRole('textbox', { name: 'Partner ID' }).fill('insidePA');
    await generator.getByText('partnerId="insidePA"').waitFor();
    const shared = await context.newPage();
    await shared.goto(page.url());
    await shared
      .frameLocator('#storybook-preview-iframe')
      .getByText('partnerId="insidePA"')
      .waitFor();
  });

  test('works on a phone: one column, nothing to scroll aside, targets of 44 px', async ({
    context,
  }) => {
    const page = await openGenerator(context);
    await page.setViewportSize({ width: 360, height: 740 });
    for (const summary of await page.locator('summary').all()) {
      const isOpen = await summary.evaluate(
        (each) => (each.parentElement as HTMLDetailsElement).open,
      );
      if (!isOpen) await summary.click();
    }
    const { overflow, small, columns } = await page.evaluate(() => {
      const targets =
        'button, summary, select, input:not([type=radio], [type=checkbox]), label:has([type=radio], [type=checkbox])';
      const boxes = (selector: string) =>
        [...document.querySelector('.story')!.querySelectorAll(selector)].map((each) => ({
          text: each.textContent,
          box: each.getBoundingClientRect(),
        }));
      const { scrollWidth, clientWidth } = document.documentElement;
      return {
        overflow: scrollWidth - clientWidth,
        small: boxes(targets).filter(({ box }) => box.height < 44 || box.width < 44),
        columns: new Set(boxes('.generator-field').map(({ box }) => box.left)).size,
      };
    });

    expect(overflow).toBe(0);
    expect(small).toEqual([]);
    expect(columns).toBe(1);
  });
});
