import type { Page } from 'playwright';
import { type Sandbox, startSandbox } from 'react-360dialog-connect/sandbox';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { findByTree, focusByTree, type TreeNode, treeOf } from './accessibility-tree';
import { type Stage, sharedChromium, testIn } from './stage';
import { closeAsClient, waitForClose } from './steps';

const test = testIn(sharedChromium);
const connect = 'Connect WhatsApp (opens a window)';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

/** The app, and everything that its live region says from now on. */
async function openApp(stage: Stage) {
  const page = await stage.open(
    stage.url('app', '/announcing-app', {
      onboardingUrl: sandbox.onboardingUrl,
      redirectUrl: stage.url('app', '/redirect/module'),
    }),
  );
  await page.getByRole('button').waitFor();
  await page.evaluate(() => {
    const region = document.querySelector('[role=status]')!;
    const said: string[] = [];
    new MutationObserver(() => said.push(region.textContent!)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(window, { said });
  });
  return page;
}

const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);

const hasFocus = (page: Page) =>
  page.evaluate((name) => document.activeElement?.textContent === name, connect);

const everythingSaid = ['Please continue in the window that has opened.', 'Connected.'];

/** Presses Tab until the wanted control has the focus. */
async function tabTo(page: Page, role: 'button' | 'textbox' | 'checkbox' | 'radio', name: string) {
  const wanted = page.getByRole(role, { name, exact: true });
  await wanted.waitFor();
  for (let presses = 0; presses < 20; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach the ${role} "${name}".`);
}

const submitLast = async (popup: Page, press: () => Promise<unknown>) => {
  const closed = waitForClose(popup);
  // The popup may be gone before Playwright has seen the end of the key press.
  await press().catch(() => {});
  await closed;
};

describe('the whole flow', () => {
  test('can be walked by keyboard alone, and ends with the focus on the button', async ({
    stage,
  }) => {
    const page = await openApp(stage);
    await tabTo(page, 'button', connect);
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('Enter');
    const popup = await opened;

    await tabTo(popup, 'textbox', 'Name');
    await popup.keyboard.type('Ana Lima');
    await tabTo(popup, 'textbox', 'E-mail');
    await popup.keyboard.type('keys@bluebird.example');
    await tabTo(popup, 'textbox', 'Password');
    await popup.keyboard.type('any password');
    await popup.keyboard.press('Enter');

    await popup.getByRole('heading', { name: 'Choose a plan' }).waitFor();
    await tabTo(popup, 'radio', 'Regular € 49 a month');
    await popup.keyboard.press('ArrowUp');
    await tabTo(popup, 'button', 'Continue');
    await popup.keyboard.press('Space');

    await tabTo(popup, 'button', 'Register');
    await popup.keyboard.press('Enter');
    await tabTo(popup, 'checkbox', '+49 30 5550 0101');
    await popup.keyboard.press('Space');
    await tabTo(popup, 'button', 'Allow');
    await submitLast(popup, () => popup.keyboard.press('Enter'));

    await page.getByText('Connected.').waitFor();
    expect(await said(page)).toEqual(everythingSaid);
    expect(await hasFocus(page)).toBe(true);
  });

  test('can be walked by the accessibility tree alone', async ({ stage }) => {
    const page = await openApp(stage);
    const region = await findByTree(page, 'status', '');
    expect(property(region, 'live')).toBe('polite');
    expect(property(region, 'atomic')).toBe(true);

    await focusByTree(page, 'button', connect);
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('Enter');
    const popup = await opened;
    expect(property(await findByTree(page, 'button', connect), 'busy')).toBeTruthy();

    const press = async (role: string, name: string, key = 'Enter') => {
      await focusByTree(popup, role, name);
      await popup.keyboard.press(key);
    };
    await focusByTree(popup, 'textbox', 'Name');
    await popup.keyboard.type('Ana Lima');
    await focusByTree(popup, 'textbox', 'E-mail');
    await popup.keyboard.type('tree@bluebird.example');
    await focusByTree(popup, 'textbox', 'Password');
    await popup.keyboard.type('any password');
    await expectNamed(popup, 'Create your account');
    await press('button', 'Create account');
    await expectNamed(popup, 'Choose a plan');
    await press('button', 'Continue');
    await press('button', 'Register');
    await expectNamed(popup, /^Allow .* to use your numbers$/);
    await press('checkbox', '+49 30 5550 0102', 'Space');
    const box = await findByTree(popup, 'checkbox', '+49 30 5550 0102');
    expect(property(box, 'checked')).toBe('true');
    await submitLast(popup, () => press('button', 'Allow'));

    await findByTree(page, 'StaticText', 'Connected.');
    expect(await said(page)).toEqual(everythingSaid);
    expect(property(await findByTree(page, 'button', connect), 'focused')).toBe(true);
  });

  test('says once that the client gave up, and keeps the focus', async ({ stage }) => {
    const page = await openApp(stage);
    await tabTo(page, 'button', connect);
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('Space');
    const popup = await opened;
    await tabTo(popup, 'textbox', 'E-mail');
    await page.getByText('Please continue').waitFor();
    await closeAsClient(popup);

    await page.getByText('The window was closed.').waitFor();
    expect(await said(page)).toEqual([everythingSaid[0], 'The window was closed.']);
    expect(await hasFocus(page)).toBe(true);
  });
});

const property = (node: TreeNode, name: string) =>
  node.properties?.find((each) => each.name === name)?.value.value;

/** The page has this one heading of the first level, and whatever takes the focus has a name. */
async function expectNamed(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
  const nodes = await treeOf(page);
  const focusable = nodes.filter(
    (node) => property(node, 'focusable') && node.role?.value !== 'RootWebArea',
  );
  expect(focusable.filter(({ name }) => !name?.value)).toEqual([]);
  expect(focusable.length).toBeGreaterThan(1);
}
