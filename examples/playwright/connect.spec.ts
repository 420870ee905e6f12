import { expect, test } from '@playwright/test';
import { startSandbox } from 'react-360dialog-connect/sandbox';

test('a client connects', async ({ page }) => {
  const sandbox = await startSandbox({ port: 0 });
  await page.goto(`/connect?${new URLSearchParams({ hub: sandbox.onboardingUrl })}`);

  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Connect' }).click();
  const popup = await opened;
  await popup.getByLabel('E-mail').fill('ana@example.com');
  await popup.getByLabel('Password').fill('any');
  await popup.getByRole('button', { name: 'Create account' }).click();
  await popup.getByRole('button', { name: 'Register' }).click();
  await popup.getByRole('button', { name: 'Allow' }).click();

  await expect(page.getByRole('status')).toHaveText(/Connected/);
  await sandbox.close();
});
