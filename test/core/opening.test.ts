import { describe, expect, it, vi } from 'vitest';
import { countListeners, fakePage, showHub, waitForEverything } from '../helpers/fake-page';
import { FakePopup } from '../helpers/fake-popup';
import { receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();
const markKey = '360dialog-connect';
const hubAddress = /^https:\/\/hub\.360dialog\.com\/dashboard\/app\/aAbBcCPA\/permissions\?state=/;

describe('open()', () => {
  it('opens a window of its own at the hub, at once and only once', () => {
    watchedOnboarding().onboarding.open();

    expect(page.open.mock.calls).toEqual([
      [
        expect.stringMatching(hubAddress),
        '_blank',
        expect.stringMatching(/^popup,width=600,height=900,left=\d+,top=\d+$/),
      ],
    ]);
  });

  it('touches no window before', () => {
    const listeners = countListeners();

    watchedOnboarding().onboarding.subscribe(() => {});

    expect(page.open).not.toHaveBeenCalled();
    expect(listeners()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('marks the new window by per-window storage and keeps no mark itself', () => {
    watchedOnboarding().onboarding.open();

    expect(page.popup.mark).toMatchObject({ partnerId: 'aAbBcCPA' });
    expect(page.popup.mark?.id.length).toBeGreaterThanOrEqual(22);
    expect(sessionStorage.length + localStorage.length).toBe(0);
  });

  it('writes the mark into the new window, too: a busy WebKit may copy the storage too late', () => {
    const setItem = vi.fn();
    page.open.mockImplementationOnce((address) => {
      const popup = Object.assign(new FakePopup(String(address)), { sessionStorage: { setItem } });
      page.popups.push(popup);
      return popup as unknown as Window;
    });

    watchedOnboarding().onboarding.open();

    expect(setItem.mock.calls).toEqual([[markKey, JSON.stringify(page.popup.mark)]]);
  });

  it('gives every attempt another mark and another state', () => {
    const attempts = Array.from({ length: 20 }, () => watchedOnboarding());

    for (const { onboarding } of attempts) onboarding.open();

    expect(new Set(page.popups.map((popup) => popup.mark?.id)).size).toBe(20);
    expect(new Set(page.popups.map((popup) => popup.state)).size).toBe(20);
  });

  it.each<[what: string, decoy: () => unknown]>([
    [
      'a frame of the page',
      () => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        return frame.contentWindow;
      },
    ],
    ['this very window', () => window],
    ['an object', () => ({ closed: false, focus() {}, close() {}, location: {} })],
    ['an empty object', () => ({})],
    ['a function', () => () => {}],
    ['a window that is closed already', () => Object.assign(new FakePopup(), { closed: true })],
    [
      'something that throws',
      () =>
        Object.defineProperty({}, 'top', {
          get() {
            throw new Error();
          },
        }),
    ],
    ['nothing', () => undefined],
    ['null', () => null],
  ])('is popup_blocked at once where a blocker gives %s for a window', (_what, decoy) => {
    page.open.mockReturnValueOnce(decoy() as Window);
    const watched = watchedOnboarding();

    watched.onboarding.open();

    expect(watched.statuses).toEqual(['failed']);
    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['popup_blocked'] });
    document.body.replaceChildren();
  });

  it.each([
    'origin',
    'name',
    'status',
    'event',
    'parent',
    'self',
    'external',
    'length',
    'performance',
    'screen',
    'screenX',
    'screenY',
    'outerWidth',
    'BroadcastChannel',
  ])('works on a page that has put something else in the place of %s', (name) => {
    vi.stubGlobal(name, 'Berlin');
    const watched = watchedOnboarding();

    watched.onboarding.open();
    showHub();
    receiveMessage(page.popup.redirect(), { source: page.popup, origin: location.origin });

    expect(watched.statuses).toEqual(['open', 'completed']);
  });

  it.each(['open', 'crypto'])(
    'fails with a code, and leaves nothing behind, on a page that has put something else in the place of %s',
    async (name) => {
      vi.stubGlobal(name, 'Berlin');
      const watched = watchedOnboarding();

      watched.onboarding.open();
      await vi.advanceTimersByTimeAsync(0);

      expect(watched.status).toBe('failed');
      expect(watched.outcomes.errors).toEqual(['popup_blocked']);
      vi.unstubAllGlobals();
    },
  );

  it('works where per-window storage is blocked', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const watched = watchedOnboarding();

    watched.onboarding.open();

    expect(watched.status).toBe('open');
  });
});

describe('the place of the window', () => {
  const features = () => {
    const text = page.open.mock.calls[0]?.[2] ?? '';
    const numbers = [...text.matchAll(/(\w+)=(-?[\d.]+)/g)].map(([, name, value]) => [
      name,
      +value!,
    ]);
    return Object.fromEntries(numbers) as Record<'width' | 'height' | 'left' | 'top', number>;
  };
  const stubScreen = (screen: object, window: Record<string, number>) => {
    vi.stubGlobal('screen', screen);
    for (const [name, value] of Object.entries(window)) vi.stubGlobal(name, value);
  };

  it('is centred on the window of the app', () => {
    stubScreen(
      { availWidth: 1920, availHeight: 1080 },
      { screenX: 100, screenY: 50, outerWidth: 1600, outerHeight: 1000 },
    );

    watchedOnboarding().onboarding.open();

    expect(features()).toEqual({ width: 600, height: 900, left: 600, top: 100 });
  });

  it('stays on a second screen left of the first', () => {
    stubScreen(
      { availWidth: 1500, availHeight: 1000 },
      { screenX: -1500, screenY: 0, outerWidth: 1400, outerHeight: 900 },
    );

    watchedOnboarding().onboarding.open();

    expect(features()).toEqual({ width: 600, height: 900, left: -1100, top: 0 });
  });

  it('has the height of a small screen', () => {
    stubScreen(
      { availWidth: 800, availHeight: 600 },
      { screenX: 0, screenY: 0, outerWidth: 800, outerHeight: 600 },
    );

    watchedOnboarding().onboarding.open();

    expect(features()).toEqual({ width: 600, height: 600, left: 100, top: 0 });
  });

  it('is not above or left of a window that is smaller than the popup', () => {
    stubScreen(
      { availWidth: 1920, availHeight: 1080 },
      { screenX: 30, screenY: 40, outerWidth: 0, outerHeight: 0 },
    );

    watchedOnboarding().onboarding.open();

    expect(features()).toMatchObject({ left: 30, top: 40 });
  });
});

describe('a browser that opens no window', () => {
  const closedWindow = () => Object.assign(new FakePopup(), { closed: true });
  it.each([
    ['gives null', () => null],
    ['gives undefined', () => undefined as unknown as null],
    ['gives a closed window', () => closedWindow() as unknown as Window],
    [
      'throws',
      () => {
        throw new DOMException('sandboxed', 'InvalidAccessError');
      },
    ],
  ])('and %s makes popup_blocked, once', async (_how, open) => {
    page.open.mockImplementation(open);
    const fetchIoSignature = vi.fn();
    const watched = watchedOnboarding({ fetchIoSignature });

    watched.onboarding.open();
    waitForEverything();

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['popup_blocked'] });
    expect(watched.statuses).toEqual(['failed']);
    expect(fetchIoSignature).not.toHaveBeenCalled();
  });

  it('leaves no listener, and after a second no timer and no mark', () => {
    page.open.mockReturnValue(null);
    const listeners = countListeners();

    watchedOnboarding().onboarding.open();
    vi.advanceTimersByTime(1001);

    expect(listeners()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(sessionStorage.length).toBe(0);
  });

  it('but navigates this one finds the mark of a whole-page attempt on return', () => {
    page.open.mockReturnValue(null);

    watchedOnboarding().onboarding.open();

    const mark = JSON.parse(sessionStorage.getItem(markKey) ?? '{}');
    expect(mark).toMatchObject({ required: true, partnerId: 'aAbBcCPA' });
  });

  it('is asked anew by the next click', () => {
    page.open.mockReturnValueOnce(null);
    const watched = watchedOnboarding();

    watched.onboarding.open();
    watched.onboarding.open();

    expect(watched.statuses).toEqual(['failed', 'open']);
    expect(watched.onboarding.getSnapshot().error).toBeNull();
    waitForEverything();
    expect(sessionStorage.length).toBe(0);
  });
});
