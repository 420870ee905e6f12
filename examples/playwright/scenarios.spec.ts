import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { type Sandbox, startSandbox } from 'react-360dialog-connect/sandbox';

const result = 'client=oaY9LLfUCL&channels=[y9MiLoCH]';
let sandbox: Sandbox;
test.beforeEach(async () => {
  sandbox = await startSandbox({ port: 0 });
});
test.afterEach(() => sandbox.close());

/** Says what the hub does from now on. */
async function play(request: APIRequestContext, scenario: object) {
  const answer = await request.post(`${sandbox.url}/__scenario`, { data: scenario });
  expect(answer.ok(), await answer.text()).toBe(true);
}

async function connect(page: Page, display = 'popup') {
  const query = new URLSearchParams({ hub: sandbox.onboardingUrl, display });
  await page.goto(`/connect?${query}`);
  await page.getByRole('button', { name: 'Connect' }).click();
}

test('the hub sends the client back at once', async ({ page, request }) => {
  await play(request, { ending: { redirect: result } });
  await connect(page);
  await expect(page.getByRole('status')).toHaveText('Connected: oaY9LLfUCL');
});

test('somebody else’s result comes back', async ({ page, request }) => {
  await play(request, { ending: { redirect: `${result}&state=forged` } });
  await connect(page);
  await expect(page.getByRole('status')).toHaveText('Not connected: state_mismatch');
});

test('the hub refuses the client, who closes the window', async ({ page, request }) => {
  await play(request, { ending: 'refuse' });
  const opened = page.waitForEvent('popup');
  await connect(page);
  const popup = await opened;
  await popup.getByRole('heading', { name: 'You cannot go on here' }).waitFor();
  // As long as a client reads: a window that is gone at once looks like one that was cut off.
  await popup.waitForTimeout(1500);
  await popup.close();
  await expect(page.getByRole('status')).toHaveText('You closed the window.');
});

test('the hub has a Cross-Origin-Opener-Policy', async ({ page, request }) => {
  await play(request, { coop: 'same-origin', ending: { redirect: result } });
  await connect(page);
  await expect(page.getByRole('status')).toHaveText('Connected: oaY9LLfUCL');
});

test('the hub is slow', async ({ page, request }) => {
  await play(request, { answerDelayMs: 1500, ending: { redirect: result } });
  await connect(page);
  await expect(page.getByRole('button', { name: 'Connect' })).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByRole('status')).toHaveText('Connected: oaY9LLfUCL');
});

test('the page itself goes to the hub and comes back', async ({ page, request }) => {
  await play(request, { ending: { redirect: result } });
  await connect(page, 'redirect');
  await expect(page.getByRole('status')).toHaveText('Connected: oaY9LLfUCL');
});

test('the hub never answers', async ({ page, request }) => {
  await page.clock.install();
  await play(request, { ending: 'never' });
  await connect(page);
  await page.clock.fastForward(1_800_000);
  await expect(page.getByRole('status')).toHaveText('Not connected: timeout');
});
