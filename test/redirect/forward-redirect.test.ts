import { forwardRedirect } from 'react-360dialog-connect/redirect';
import { describe, expect, it, vi } from 'vitest';
import { countListeners } from '../helpers/fake-page';
import {
  fakeOpener,
  id,
  listenOnChannel,
  markKey,
  redirectPage,
  setMark,
} from '../helpers/redirect-page';

const page = redirectPage();
const search = '?client=c&channels=[a]&state=s';
const targetsOf = (opener: ReturnType<typeof fakeOpener>) =>
  opener.postMessage.mock.calls.map(([, target]) => target);

describe('a page without a result', () => {
  it.each([
    // A second question mark, and a login page that keeps the wanted address in its own query.
    '/r?tab=x?client=CL1&channels=[C]',
    '/login?next=/r?client=CL1&channels=[C]&state=s',
    '/login?next=%2Fr%3Fclient%3DCL1%26channels%3D%5BC%5D',
    '/r?xclient=CL1&channels=[C]',
    '/r?client[]=CL1&channels=[C]',
    '/r',
    '/r?x=1',
    '/r?client=c',
    '/r?client=c&state=s',
    '/r?channels=[a]',
    '/r#client=c',
  ])('like %s is left alone, mark and all', (address) => {
    const opener = fakeOpener();
    setMark();
    page.go(address);
    const listeners = countListeners();

    forwardRedirect({ openerOrigins: ['https://app.example.com'] });
    vi.advanceTimersByTime(60_000);

    expect(opener.postMessage).not.toHaveBeenCalled();
    expect(sessionStorage.getItem(markKey)).toContain(id);
    expect(location.href).toBe(location.origin + address);
    expect(document.body.innerHTML).toBe('<main>App</main>');
    expect(listeners()).toBe(0);
    expect(page.close).not.toHaveBeenCalled();
  });
});

describe('a page of an attempt in this very window', () => {
  it('is left to the button: address and mark stay', () => {
    const opener = fakeOpener();
    setMark({ required: true });
    page.go(`/r${search}`);

    forwardRedirect();
    vi.advanceTimersByTime(60_000);

    expect(opener.postMessage).not.toHaveBeenCalled();
    expect(sessionStorage.getItem(markKey)).toContain('"required":true');
    expect(location.search).toBe(search);
    expect(page.status).toBeNull();
  });
});

describe('the popup of an attempt', () => {
  it('takes the mark and cleans the address before anything is said', () => {
    const opener = fakeOpener();
    const seen: unknown[] = [];
    opener.postMessage.mockImplementation(() =>
      seen.push([location.search, sessionStorage.getItem(markKey)]),
    );
    setMark();
    page.go(`/r${search}`);

    forwardRedirect();

    expect(seen).toEqual([['', null]]);
  });

  it('tells the result where the browser lets nobody change the address', () => {
    const opener = fakeOpener();
    const { heard } = listenOnChannel();
    setMark();
    // Its own: what was taken once is not told again by this document.
    page.go(`/r${search}2`);
    vi.spyOn(history, 'replaceState').mockImplementation(() => {
      throw new DOMException('too often', 'SecurityError');
    });

    forwardRedirect();

    expect(heard).toEqual([`${search}2`]);
    expect(targetsOf(opener)).toEqual(['/']);
    expect(sessionStorage.getItem(markKey)).toBeNull();
    vi.mocked(history.replaceState).mockRestore();
  });

  it('touches no attribute of the document, which React may hydrate', () => {
    setMark();
    page.go(`/r${search}`);

    forwardRedirect();

    expect(document.documentElement.attributes).toHaveLength(0);
    expect(page.isShown).toBe(false);
  });

  it('keeps other parameters, the fragment and the history state to the letter', () => {
    setMark();
    page.go('/r?utm_x=a+b%20c&client=c&channels=%5Ba%5D&revoked=[]&state=s&y#top', { k: 1 });

    forwardRedirect();

    expect(location.href).toBe(`${location.origin}/r?utm_x=a+b%20c&y#top`);
    expect(history.state).toEqual({ k: 1 });
  });

  it('tells its result to its own origin', () => {
    const opener = fakeOpener();
    setMark();
    page.go(`/r${search}`);

    forwardRedirect();

    expect(opener.postMessage.mock.calls).toEqual([[search, '/']]);
  });

  it('tells it to the origins in openerOrigins, too, and never to "*"', () => {
    const opener = fakeOpener();
    setMark();
    page.go(`/r${search}`);

    forwardRedirect({ openerOrigins: ['https://app.example.com', 'http://localhost:8080/x'] });

    expect(targetsOf(opener)).toEqual(['/', 'https://app.example.com', 'http://localhost:8080']);
  });

  it('tells it without an opener link, by BroadcastChannel and storage', () => {
    const { heard } = listenOnChannel();
    const stored = vi.spyOn(Storage.prototype, 'setItem');
    setMark();
    page.go(`/r${search}`);
    stored.mockClear();

    forwardRedirect();

    expect(heard).toEqual([search]);
    expect(stored.mock.calls).toEqual([[id, search]]);
    expect(localStorage.length).toBe(0);
  });

  it('tells an unreadable result as well: the app has to fail', () => {
    const opener = fakeOpener();
    setMark();
    page.go('/r?client=&channels=[a]');

    forwardRedirect();

    expect(opener.postMessage).toHaveBeenCalledTimes(1);
  });

  it('tells it once, however often it is called', () => {
    const opener = fakeOpener();
    setMark();
    page.go(`/r${search}`);

    forwardRedirect();
    forwardRedirect();

    expect(opener.postMessage).toHaveBeenCalledTimes(1);
  });
});
