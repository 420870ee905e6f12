import { forwardRedirect } from 'react-360dialog-connect/redirect';
import { describe, expect, it, vi } from 'vitest';
import { countListeners } from '../helpers/fake-page';
import { fakeOpener, listenOnChannel, redirectPage, setMark } from '../helpers/redirect-page';

const page = redirectPage();
const search = '?client=c&channels=[a]&state=s';

describe('a page with a result but no mark', () => {
  it('tells it to its opener at its own origin and stays, address and all', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const opener = fakeOpener();
    page.go(`/r${search}`);

    forwardRedirect();
    vi.advanceTimersByTime(60_000);

    expect(opener.postMessage.mock.calls).toEqual([[search, '/']]);
    expect(location.search).toBe(search);
    expect(page.close).not.toHaveBeenCalled();
    warn.mockClear();
  });

  it('says that it is finished where the opener may be of an origin that is not listed', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    fakeOpener();
    page.go(`/r${search}`);

    forwardRedirect();
    vi.advanceTimersByTime(1500);

    expect(page.status?.textContent).toBe('Finished. You can close this window.');
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/openerOrigins/)]]);
    warn.mockClear();
  });

  it('says it once, however often it is called', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    fakeOpener();
    page.go(`/r${search}`);

    forwardRedirect();
    vi.advanceTimersByTime(1000);
    forwardRedirect();
    vi.advanceTimersByTime(60_000);

    expect(document.querySelectorAll('[role=status]')).toHaveLength(1);
    warn.mockClear();
  });

  it('does nothing without an opener', () => {
    page.go(`/r${search}`);
    const listeners = countListeners();

    forwardRedirect();

    expect(listeners()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(location.search).toBe(search);
  });

  it('says so without an opener where openerOrigins makes it a redirect page', () => {
    page.go(`/r${search}`);

    forwardRedirect({ openerOrigins: ['https://app.example.com'] });
    vi.advanceTimersByTime(60_000);

    expect(document.body.firstElementChild?.textContent).toMatch(/^Finished/);
  });

  it('does nothing with a mark of two days ago', () => {
    setMark({ time: Date.now() - 2 * 86_400_000 });
    page.go(`/r${search}`);
    const { heard } = listenOnChannel();

    forwardRedirect();

    expect(heard).toEqual([]);
    expect(location.search).toBe(search);
  });

  it('works where per-window storage is blocked', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const opener = fakeOpener();
    page.go(`/r${search}`);

    forwardRedirect();

    expect(opener.postMessage).toHaveBeenCalledTimes(1);
  });
});

describe('openerOrigins', () => {
  it.each<[unknown]>([
    [['*']],
    [['null']],
    [['']],
    [['app.example.com']],
    [['http://app.example.com']],
    [['https://*.example.com']],
    [['javascript:alert(1)']],
    [['app://local']],
    [['https://app.example.com', 'capacitor://localhost']],
    [[undefined]],
    [[5]],
    ['https://app.example.com'],
    [5],
    [null],
    [{}],
  ])('refuses %j, on any page', (openerOrigins) => {
    page.go('/r');

    expect(() => forwardRedirect({ openerOrigins: openerOrigins as string[] })).toThrow(
      expect.objectContaining({
        name: 'TypeError',
        message: expect.stringMatching(
          /^invalid openerOrigins: .*\["https:\/\/app\.example\.com"\].*See https:/,
        ),
      }),
    );
  });

  it('is empty where the options are null, as where there are none', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const opener = fakeOpener();
    page.go(`/r${search}`);

    forwardRedirect(null as never);

    expect(opener.postMessage.mock.calls).toEqual([[search, '/']]);
  });

  it('is named in short in a build for production, and where there is no `process`', () => {
    vi.stubEnv('NODE_ENV', 'production');
    const refused = () => forwardRedirect({ openerOrigins: ['app://local'] });

    expect(refused).toThrow(new TypeError('openerOrigins'));

    vi.unstubAllEnvs();
    vi.stubGlobal('process', undefined);
    expect(refused).toThrow(new TypeError('openerOrigins'));
  });
});
