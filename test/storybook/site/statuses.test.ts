import { chromium } from 'playwright';
import { describe, expect, inject } from 'vitest';
import { chromiumArgs } from '../../../scripts/chromium-args';
import { closeAsClient } from '../../browser/steps';
import { allow, channel, client, openStory, press, resultOf, signUp, test } from './story-steps';

function withResolver() {
  let resolve!: (text: string) => void;
  const promise = new Promise<string>((take) => {
    resolve = take;
  });
  return { promise, resolve };
}

describe('the stories of the statuses', () => {
  test('completes, and tells of revoked numbers at the second run', async ({ context }) => {
    const page = await openStory(context, 'statuses--completed-with-revoked-numbers');
    const first = await press(page);
    await signUp(first, 'revoked@bluebird.example');
    await allow(first);
    await page.getByText('may use 2 numbers').waitFor();

    const second = await press(page);
    await second.getByRole('checkbox').first().uncheck();
    await allow(second);

    await page.getByText('The permission for one number was taken away.').waitFor();
    const expected = { client, channels: [channel], revokedChannels: [channel] };
    expect(await resultOf(page)).toEqual(expected);
  });

  test('is cancelled when the client closes the popup', async ({ context }) => {
    const page = await openStory(context, 'statuses--cancelled');
    const popup = await press(page);
    await page.locator('[data-status=open]').waitFor();
    await closeAsClient(popup);

    await page.locator('[data-status=cancelled]').waitFor();
    await page.getByText('onCancel').waitFor();
  });

  test('waits in the popup while the server signs slowly', async ({ context }) => {
    const page = await openStory(context, 'statuses--signing-slow', 'language:de');
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: '360dialog verbinden' }).click();
    const popup = await opened;
    await popup.getByText('Please wait.').waitFor();
    expect(await popup.title()).toBe('Please wait.');

    await popup.getByRole('heading', { name: 'Create your account' }).waitFor();
    await page.locator('[data-status=open]').waitFor();
  });

  test('fails when the server refuses to sign', async ({ context }) => {
    const page = await openStory(context, 'statuses--signature-failed');
    await page.getByRole('button', { name: 'Connect 360dialog' }).click();

    await page.getByText('signature_failed').waitFor();
    expect(context.pages()).toEqual([page]);
  });

  test('is detached by a hub with COOP, and still completes', async ({ context }) => {
    const page = await openStory(context, 'statuses--detached');
    const popup = await press(page);
    await signUp(popup, 'detached@bluebird.example');
    await allow(popup);

    expect(await resultOf(page)).toEqual({ client, channels: [channel, channel] });
  });

  test('is blocked by a browser that blocks popups', async () => {
    const strict = await chromium.launch({
      executablePath: inject('chromiumPath'),
      args: chromiumArgs,
      ignoreDefaultArgs: ['--disable-popup-blocking'],
    });
    try {
      const page = await openStory(await strict.newContext(), 'statuses--blocked');
      // Looking into a page counts as a gesture, which would allow the popup: so it has to tell.
      const { promise: told, resolve } = withResolver();
      await page.exposeFunction('tell', resolve);
      await page.evaluate(() => {
        const { tell } = window as unknown as { tell(text: string): void };
        const status = document.querySelector('[role=status]')!;
        new MutationObserver(() => tell(status.textContent!)).observe(status, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      });
      await page.getByRole('button', { name: 'Connect 360dialog' }).click();

      expect(await told).toMatch(/^Your browser has blocked the window/);
      await page.getByText('popup_blocked').waitFor();
    } finally {
      await strict.close();
    }
  });
});
