import { expect, it, vi } from 'vitest';
import { fakeOpener, listenOnChannel, redirectPage, setMark } from '../helpers/redirect-page';

const page = redirectPage();

/** As a page does that is loaded anew. */
async function importAuto(): Promise<object> {
  vi.resetModules();
  return import('react-360dialog-connect/redirect/auto');
}

it('brings the result home when it is imported', async () => {
  const opener = fakeOpener();
  const channel = listenOnChannel();
  setMark();
  page.go('/r?client=c&channels=[a]&state=s');

  await importAuto();

  expect(opener.postMessage).toHaveBeenCalledWith('?client=c&channels=[a]&state=s', '/');
  expect(channel.heard).toEqual(['?client=c&channels=[a]&state=s']);
  expect(location.search).toBe('');
});

it('does nothing on a page without a result', async () => {
  const opener = fakeOpener();
  setMark();
  page.go('/r?tab=x');

  await importAuto();

  expect(opener.postMessage).not.toHaveBeenCalled();
  expect(location.search).toBe('?tab=x');
});

it('exports nothing', async () => {
  expect(Object.keys(await importAuto())).toEqual([]);
});
