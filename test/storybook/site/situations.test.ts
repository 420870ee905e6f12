import { describe, expect } from 'vitest';
import { closeAsClient } from '../../browser/steps';
import { allow, channel, client, openStory, press, resultOf, signUp, test } from './story-steps';

test('a themed button leads to a hub in the language of the toolbar', async ({ context }) => {
  const page = await openStory(context, 'styledconnectbutton--default', 'language:de');

  const popup = await press(page, 'WhatsApp verbinden');

  expect(await popup.evaluate(() => document.documentElement.lang)).toBe('de');
});

describe('the stories of whole situations', () => {
  test('runs two hubs side by side, each with its own result', async ({ context }) => {
    const page = await openStory(context, 'direct-payment--two-hubs');
    const partner = await press(page, 'Connect');
    const direct = await press(page, 'Connect and pay');
    await signUp(partner, 'hubs@bluebird.example');
    await allow(partner);
    const ours = await resultOf(page);
    expect(ours).toEqual({ client, channels: [channel, channel] });

    await direct.reload();
    await direct.getByRole('button', { name: 'Continue' }).click();
    await allow(direct);
    await page.getByText('may use no number').waitFor();
    expect(await resultOf(page)).toEqual({ client: ours['client'], channels: [] });
  });

  test('shows a client who pays but permits nothing', async ({ context }) => {
    const page = await openStory(context, 'direct-payment--permission-refused');
    const popup = await press(page, 'Connect and pay');
    await signUp(popup, 'refused@bluebird.example');
    await allow(popup);

    expect(await resultOf(page)).toEqual({ client, channels: [] });
    await page.getByRole('button', { name: 'Grant permission' }).waitFor();
  });

  test('continues with the login form and the same number after giving up', async ({ context }) => {
    const page = await openStory(context, 'continuing--after-giving-up');
    const first = await press(page, 'Start');
    await closeAsClient(first);

    const second = await press(page, 'Continue');
    await second.getByRole('heading', { name: 'Log in' }).waitFor();
    await second.getByRole('link', { name: 'Create an account' }).click();
    await signUp(second, 'again@bluebird.example');
    await allow(second);

    expect(await resultOf(page)).toEqual({ client, channels: [channel] });
  });

  test('understands a hand-written redirect page', async ({ context }) => {
    const page = await openStory(context, 'migrating--from-a-hand-written-popup');
    const popup = await press(page);
    await signUp(popup, 'migrating@bluebird.example');
    await allow(popup);

    expect(await resultOf(page)).toEqual({ client, channels: [channel, channel] });
  });

  for (const [name, id] of [
    ['a plain button', 'any-button--plain-button'],
    ['a button in the style of shadcn/ui', 'any-button--shadcn-style'],
    ['a button in the style of MUI', 'any-button--mui-style'],
  ] as const) {
    test(`connects by ${name}`, async ({ context }) => {
      const page = await openStory(context, id);
      const popup = await press(page, 'Connect WhatsApp');
      await signUp(popup, `${id}@bluebird.example`);
      await allow(popup);

      expect(await resultOf(page)).toEqual({ client, channels: [channel, channel] });
      await page.getByRole('button', { name: 'Connected' }).waitFor();
    });
  }

  test('ends Meta’s signup, played, by a button of its window', async ({ context }) => {
    const page = await openStory(context, 'embeddedsignupbutton--unstyled');
    await page.locator('button[data-status="ready"]').waitFor();
    const popup = await press(page, 'Connect WhatsApp');
    await popup.getByRole('button', { name: 'Finish with a number' }).click();
    await page.getByText('The signup is finished.').waitFor();

    expect(await resultOf(page)).toMatchObject({ kind: 'number', sessionInfo: 'complete' });
  });

  test('tells of a blocked SDK after the click', async ({ context }) => {
    const page = await openStory(context, 'embeddedsignupbutton--blocked-sdk');
    await page.getByRole('button', { name: 'Connect WhatsApp' }).first().click();

    await page.getByRole('button', { name: 'Not connected. Retry' }).first().waitFor();
    await page.getByText('Something in your browser keeps Meta’s signup away').waitFor();
  });

  test('runs without React and on the whole page', async ({ context }) => {
    const page = await openStory(context, 'startonboarding--without-react');
    const popup = await press(page, 'Connect');
    await signUp(popup, 'whole@bluebird.example');
    await allow(popup);
    const { client: known } = await resultOf(page);

    const whole = await openStory(context, 'useintegratedonboarding--whole-page');
    await whole.getByRole('button', { name: 'Connect on this page' }).click();
    await whole.getByRole('button', { name: 'Allow' }).click();
    expect(await resultOf(whole)).toMatchObject({ client: known });
  });
});
