import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { expect, vi } from 'vitest';
import type { AppEvent } from './fixtures/app';
import type { Stage } from './stage';

/** Longer than every timer of the library: what has not happened by then does not happen. */
const quietMs = 1750;
/** Until the library has seen that it can trust what it sees of the popup. */
const watchedMs = 800;

/** A usual answer of the hub, and what the app is told of it. */
export const answer = 'client=oaY9LLfUCL&channels=[y9MiLoCH,Ab12CH]';
export const result = { client: 'oaY9LLfUCL', channels: ['y9MiLoCH', 'Ab12CH'] };

/** Addresses of the hub; the app's own hold the hub's address in a parameter. */
export const atHub = /^https:\/\/[^/]+\/(onboarding|dashboard)\//;

export const button = (page: Page, name = 'Connect') =>
  page.getByRole('button', { name, exact: true });

/** Clicks a button of the app. @returns the popup, with the hub loaded in it */
export async function clickForPopup(page: Page, name?: string): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await button(page, name).click();
  const popup = await opened;
  await popup.waitForURL(atHub);
  return popup;
}

/**
 * Leaves a page as a client does. Never `page.goto`: a navigation that the browser itself begins
 * can put the window into another browsing context group.
 */
export async function navigate(page: Page, address: string): Promise<void> {
  await leaveFor(page, address);
  await page.waitForURL(address);
}

/** The same, for a page that may close at once. */
const leaveFor = (page: Page, address: string) =>
  page.evaluate((to) => void setTimeout(() => location.assign(to)), address);

type Hub = { answerWith(query: string): void; answerExactly(query: string): void };

/** Lets the hub send the client back, with the `state` that it was sent. */
export const answerWith = (popup: Page, query = answer) =>
  popup.evaluate((text) => {
    setTimeout(() => (window as unknown as Hub).answerWith(text));
  }, query);

/** Lets the hub send the client back with this query and nothing else. */
export const answerExactly = (popup: Page, query: string) =>
  popup.evaluate((text) => {
    setTimeout(() => (window as unknown as Hub).answerExactly(text));
  }, query);

/** Keeps the signing endpoint from answering. @returns lets it answer */
export async function holdSignatures({ context }: Stage): Promise<() => void> {
  let letAnswer!: () => void;
  const released = new Promise<void>((resolve) => {
    letAnswer = resolve;
  });
  await context.route('**/io-signature?*', async (route) => {
    await released;
    await route.continue();
  });
  return letAnswer;
}

export async function waitForClose(popup: Page): Promise<void> {
  if (!popup.isClosed()) await popup.waitForEvent('close');
}

/** A client looks at a window for a while. */
export const watched = () => sleep(watchedMs);

/** Closes a window as a client does, who looked at it for a while. */
export async function closeAsClient(popup: Page): Promise<void> {
  await watched();
  await popup.close();
}

/** What the app was told of one kind, in order. */
export const told = (page: Page, kind: string) =>
  page.evaluate((wanted) => {
    const { events } = window as unknown as { events: AppEvent[] };
    return events.filter((event) => event.kind === wanted).map((event) => event.detail);
  }, kind);

/** Repeats a check until it passes. */
export const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 20_000 });

/** Nothing happens: the app is told nothing, is not loaded again, and keeps its address. */
export async function expectSilence(
  stage: Stage,
  page: Page,
  act: () => unknown = () => {},
): Promise<void> {
  const look = async () => ({
    events: await page.evaluate(() => (window as unknown as { events: AppEvent[] }).events),
    address: page.url(),
    loads: await stage.loads(page),
  });
  const before = await look();
  await act();
  await sleep(quietMs);
  expect(await look()).toEqual(before);
}

export { sleep };
