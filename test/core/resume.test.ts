import type { OnboardingOptions } from 'react-360dialog-connect/core';
import { describe, expect, it, vi } from 'vitest';
import { fakeLocks } from '../helpers/fake-locks';
import { fakePage, setHidden, showHub, startNewDocument } from '../helpers/fake-page';
import { broadcast, receiveMessage } from '../helpers/messages';
import { endOnboardings, watchedOnboarding } from '../helpers/onboarding';
import { signature, signingEndpoint } from '../helpers/signing-endpoint';

const page = fakePage();
const ids = 'client=c&channels=[a]';

function arriveAt(address: string, options: Partial<OnboardingOptions> = {}) {
  history.replaceState(null, '', address);
  const watched = watchedOnboarding(options);
  watched.onboarding.resume();
  return watched;
}

describe('a page that is reloaded while the popup is out', () => {
  /** Leaves what a reload leaves: the storage of the window. */
  const reloaded = (options: Partial<OnboardingOptions> = {}) => {
    const before = watchedOnboarding(options);
    before.onboarding.open();
    showHub();
    const popup = page.popup;
    setHidden(true);
    const kept = { ...sessionStorage };
    before.onboarding.reset();
    for (const [key, value] of Object.entries(kept)) sessionStorage.setItem(key, value);
    setHidden(false);
    startNewDocument();
    return popup;
  };

  it('keeps a record only while it is hidden, so that no copy of the tab gets it', () => {
    const watched = watchedOnboarding();
    watched.onboarding.open();
    expect(sessionStorage.length).toBe(0);

    setHidden(true);
    expect(sessionStorage.length).toBe(1);
    setHidden(false);

    expect(sessionStorage.length).toBe(0);
  });

  it('keeps none while the signature is fetched: the hub was not asked, so no result can come', async () => {
    const signature = { io_signature: 'e19a', io_timestamp: 1_775_653_748 };
    const watched = watchedOnboarding({
      fetchIoSignature: () => new Promise((resolve) => setTimeout(resolve, 1000, signature)),
    });
    watched.onboarding.open();
    setHidden(true);
    await vi.advanceTimersByTimeAsync(900);
    expect([watched.status, sessionStorage.length]).toEqual(['signing', 0]);

    await vi.advanceTimersByTimeAsync(600);

    expect([watched.status, sessionStorage.length]).toEqual(['open', 1]);
  });

  it('resumes the attempt and gets its result, once', () => {
    const popup = reloaded();

    const watched = arriveAt('/app');
    expect(watched.onboarding.getSnapshot()).toMatchObject({ status: 'open', detached: true });
    expect(sessionStorage.length).toBe(0);
    broadcast(popup);
    broadcast(popup);

    expect(watched.statuses).toEqual(['open', 'completed']);
    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
    expect(page.popups).toHaveLength(1);
  });

  it('still binds the result to the state', () => {
    const popup = reloaded();
    const watched = arriveAt('/app');

    broadcast(popup, `?${ids}&state=other`);

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['state_mismatch'] });
  });

  it('resumes for the attempt’s partner only, and only once', () => {
    reloaded();

    const other = arriveAt('/app', { partnerId: 'other' });
    const first = arriveAt('/app');
    const second = arriveAt('/app');

    expect([other.status, first.status, second.status]).toEqual(['idle', 'open', 'idle']);
  });

  it('resumes nothing while the attempt still runs in this very page, though it is hidden', () => {
    const running = watchedOnboarding();
    running.onboarding.open();
    showHub();
    setHidden(true);

    running.onboarding.resume();
    const mounted = arriveAt('/app');
    expect(running.onboarding.getSnapshot().detached).toBe(false);
    expect(mounted.status).toBe('idle');
    receiveMessage(page.popup.redirect(), { source: page.popup });

    expect([running, mounted].map(({ outcomes }) => outcomes.results)).toEqual([1, 0]);
  });

  it.each([
    ['behind', -3_600_000],
    ['ahead', 3_600_000],
  ])('resumes though the start of the page is told an hour %s the clock', (_, offsetMs) => {
    const popup = reloaded();
    const timeOrigin = { value: Date.now() + offsetMs };
    vi.stubGlobal('performance', Object.create(performance, { timeOrigin }));

    const watched = arriveAt('/app');
    broadcast(popup);

    expect(watched.outcomes.results).toBe(1);
  });

  it('resumes nothing of this very page though the clock was set back', () => {
    const running = watchedOnboarding();
    const timeOrigin = { value: Date.now() + 1000 };
    vi.stubGlobal('performance', Object.create(performance, { timeOrigin }));
    running.onboarding.open();
    showHub();
    setHidden(true);

    const mounted = arriveAt('/app');
    page.popup.close();
    broadcast(page.popup);

    expect([running, mounted].map(({ outcomes }) => outcomes.results)).toEqual([1, 0]);
  });

  it('can start a new attempt at once', () => {
    reloaded();
    const watched = arriveAt('/app');

    watched.onboarding.open();

    expect(page.popups).toHaveLength(2);
    expect(watched.onboarding.getSnapshot().detached).toBe(false);
  });

  it('resumes nothing after a day', () => {
    reloaded();
    vi.setSystemTime(Date.now() + 25 * 60 * 60_000);

    expect(arriveAt('/app').status).toBe('idle');
  });

  it('resumes nothing that was not its own', () => {
    sessionStorage.setItem('360dialog-connect:x', 'no JSON');
    sessionStorage.setItem('other', '{}');

    expect(arriveAt('/app').status).toBe('idle');
    expect(sessionStorage.getItem('other')).toBe('{}');
  });

  it('ends by itself where nobody can see any more whether the popup is closed', () => {
    reloaded();
    const watched = arriveAt('/app', { abandonAfter: 5000 });

    vi.advanceTimersByTime(5000);

    expect(watched.outcomes).toEqual({ results: 0, cancels: 1, errors: [] });
  });

  describe('whose redirect page is on another origin', () => {
    const back = 'https://back.example.com';
    const options = { redirectOrigins: [back] };

    it('gets its result, bound by a state that nobody can guess', () => {
      const popup = reloaded(options);
      const watched = arriveAt('/app', options);

      receiveMessage(popup.redirect(), { source: popup, origin: back });
      receiveMessage(popup.redirect(), { source: popup, origin: back });

      expect(watched.statuses).toEqual(['open', 'completed']);
      expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
    });

    it.each([
      ['another state', back, `?${ids}&state=other`],
      ['no state', back, `?${ids}`],
      ['an unreadable result', back, '?client=&channels=[a]'],
      ['an object', back, { client: 'c', channels: ['a'] }],
      ['a foreign origin', 'https://evil.example', undefined],
    ])('and does nothing for a message with %s', (_what, origin, said) => {
      const popup = reloaded(options);
      const watched = arriveAt('/app', options);

      receiveMessage(said ?? popup.redirect(), { source: popup, origin });

      expect(watched.statuses).toEqual(['open']);
      expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
    });

    it('and does nothing for the app’s own state, which others may know', () => {
      const withState = { ...options, queryParameters: { state: 'user-7' } };
      const popup = reloaded(withState);
      const watched = arriveAt('/app', withState);

      receiveMessage(popup.redirect(), { source: popup, origin: back });

      expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
    });
  });

  describe('beside other buttons of the partner', () => {
    const mounted = (all: Partial<OnboardingOptions>[]) => {
      const buttons = all.map((options) => watchedOnboarding(options));
      for (const { onboarding } of buttons) onboarding.resume();
      return buttons;
    };
    const state = (value: string) => ({ queryParameters: { state: value } });

    it.each<[what: string, all: Partial<OnboardingOptions>[]]>([
      ['its state', [state('a'), state('b')]],
      ['its state, which the other has not', [{}, state('b')]],
      ['no state, which the other has', [state('a'), {}]],
      ['its number', [{ requestedNumber: '49301' }, { requestedNumber: '49302' }]],
      [
        'its number among the parameters',
        [{ queryParameters: { number: '49301' } }, { queryParameters: { number: '49302' } }],
      ],
      ['its name', [{ name: 'sales' }, { name: 'support' }]],
      [
        'its name, though the state is the same',
        [
          { name: 'a', ...state('x') },
          { name: 'b', ...state('x') },
        ],
      ],
      [
        'all three',
        [
          { name: 'a', requestedNumber: '1', ...state('x') },
          { name: 'a', requestedNumber: '1', ...state('y') },
        ],
      ],
    ])('gets its result by %s', async (_what, all) => {
      for (const clicked of [1, 0]) {
        const popup = reloaded(all[clicked]);
        const buttons = mounted(all);

        broadcast(popup);

        const results = buttons.map(({ outcomes }) => outcomes.results);
        expect(results).toEqual(clicked ? [0, 1] : [1, 0]);
        endOnboardings();
        await Promise.resolve();
      }
    });

    it.each<[string, object, object]>([
      [
        'its number is written otherwise',
        { requestedNumber: '+49 301' },
        { requestedNumber: '49301' },
      ],
      ['its name is empty', { name: '' }, {}],
    ])('gets it where %s', (_what, before, after) => {
      const popup = reloaded(before);
      const [button] = mounted([after]);

      broadcast(popup);

      expect(button!.outcomes.results).toBe(1);
    });

    it('gets it though it was reset before anything was begun', () => {
      const popup = reloaded();
      const button = watchedOnboarding();
      button.onboarding.reset();
      button.onboarding.resume();

      broadcast(popup);

      expect(button.outcomes.results).toBe(1);
    });

    it('gets it as the first of equal ones', () => {
      const popup = reloaded(state('a'));
      const buttons = mounted([state('a'), state('a')]);

      broadcast(popup);

      expect(buttons.map(({ outcomes }) => outcomes.results)).toEqual([1, 0]);
    });

    it('gets it though its state was taken away meanwhile, where no other fits', () => {
      const popup = reloaded({ name: 'alone', ...state('a') });
      const [button] = mounted([{ name: 'alone' }]);

      broadcast(popup);

      expect(button!.callback.mock.lastCall?.[0].state).toBe('a');
    });

    it.each<[what: string, first: Partial<OnboardingOptions>, asked: Partial<OnboardingOptions>]>([
      ['its state', { name: 'by state' }, { name: 'by state', ...state('a') }],
      ['its number', { name: 'by number' }, { name: 'by number', requestedNumber: '49301' }],
      ['no state, which the other has', { name: 'by none', ...state('a') }, { name: 'by none' }],
    ])('gets it though it is mounted later, by %s', (_what, first, asked) => {
      const popup = reloaded(asked);
      const [early] = mounted([first]);
      expect(early!.status).toBe('open');

      const late = arriveAt('/app', asked);

      expect([early!.status, late.status]).toEqual(['idle', 'open']);
      expect(late.onboarding.getSnapshot().detached).toBe(true);
      broadcast(popup);
      expect([early!, late].map(({ outcomes }) => outcomes.results)).toEqual([0, 1]);
      expect([early!, late].map(({ outcomes }) => outcomes.cancels)).toEqual([0, 0]);
    });

    it.each<[what: string, later: Partial<OnboardingOptions>]>([
      ['fits as well', { name: 'early', ...state('a') }],
      ['fits worse', { name: 'early' }],
      ['is of another partner', { name: 'early', ...state('a'), partnerId: 'other' }],
    ])('keeps it where one that is mounted later %s', (_what, later) => {
      const popup = reloaded({ name: 'early', ...state('a') });
      const [early] = mounted([{ name: 'early', ...state('a') }]);

      const late = arriveAt('/app', later);

      broadcast(popup);
      expect([early!, late].map(({ outcomes }) => outcomes.results)).toEqual([1, 0]);
    });

    it('leaves what has had its outcome to whom it was given', () => {
      reloaded({ name: 'over', ...state('a') });
      const [early] = mounted([{ name: 'over' }]);
      early!.onboarding.close();

      const late = arriveAt('/app', { name: 'over', ...state('a') });

      expect([early!.status, late.status]).toEqual(['cancelled', 'idle']);
    });

    it('is ended for good by the reset of the button that it was given to', () => {
      const popup = reloaded({ name: 'reset', ...state('a') });
      const [early] = mounted([{ name: 'reset' }]);
      const late = arriveAt('/app', { name: 'reset', ...state('a') });
      late.onboarding.reset();

      broadcast(popup);

      expect([early!, late].map(({ outcomes }) => outcomes.results)).toEqual([0, 0]);
    });

    it('has none of them take what was not theirs, and a developer is told', () => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
      const popup = reloaded(state('a'));
      const buttons = mounted([state('b'), { name: 'other' }, { partnerId: 'other' }]);

      broadcast(popup);
      vi.advanceTimersByTime(1000);

      expect(buttons.map(({ status }) => status)).toEqual(['idle', 'idle', 'idle']);
      expect(warn.mock.calls).toEqual([[expect.stringMatching(/waits for its button/)]]);
      warn.mockClear();
    });
  });

  describe('and was duplicated while it was hidden', () => {
    const idOf = (popup: ReturnType<typeof reloaded>) => popup.mark!.id;

    it('is left to the tab in which it still runs', async () => {
      const popup = reloaded();
      fakeLocks(idOf(popup));

      const copy = arriveAt('/app');
      await vi.advanceTimersByTimeAsync(10_000);
      broadcast(popup);

      expect(copy.status).toBe('idle');
      expect(copy.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
    });

    it('is nothing to go on with for a copy that is reloaded once it is over', async () => {
      const popup = reloaded();
      const locks = fakeLocks(idOf(popup));
      arriveAt('/app');
      await vi.advanceTimersByTimeAsync(5000);
      locks.release(idOf(popup));
      startNewDocument();

      const again = arriveAt('/app');
      await vi.advanceTimersByTimeAsync(100);

      expect(again.status).toBe('idle');
    });

    it('goes on as soon as the document before it lets go', async () => {
      const popup = reloaded();
      const locks = fakeLocks(idOf(popup));
      const watched = arriveAt('/app');
      expect(watched.status).toBe('idle');

      locks.release(idOf(popup));
      broadcast(popup);

      expect(watched.statuses).toEqual(['open', 'completed']);
    });

    it('is held by the tab from the moment the hub was asked, until it is over', async () => {
      const { held } = fakeLocks();
      const watched = watchedOnboarding();

      watched.onboarding.open();
      expect([...held]).toEqual([page.popup.mark!.id]);
      watched.onboarding.close();
      await vi.advanceTimersByTimeAsync(1999);
      // A copy of the tab that waits for it has given up by then.
      expect(held.size).toBe(1);
      await vi.advanceTimersByTimeAsync(1);

      expect(held.size).toBe(0);
    });

    it('is let go where the browser grants it only once it is over', async () => {
      const held = new Set<string>();
      const request = async (name: string, _options: object, granted: () => Promise<void>) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        held.add(name);
        await granted();
        held.delete(name);
      };
      vi.stubGlobal('navigator', Object.create(navigator, { locks: { value: { request } } }));
      const watched = watchedOnboarding();

      watched.onboarding.open();
      watched.onboarding.close();
      await vi.advanceTimersByTimeAsync(10);
      expect(held.size).toBe(1);
      await vi.advanceTimersByTimeAsync(2000);

      expect(held.size).toBe(0);
    });

    it('stays held while a late result may still come, which would count in the copy too', async () => {
      const { held } = fakeLocks();
      const watched = watchedOnboarding();
      watched.onboarding.open();
      showHub();

      page.popup.close();
      await vi.advanceTimersByTimeAsync(3000);

      expect(watched.status).toBe('cancelled');
      expect([...held]).toEqual([page.popup.mark!.id]);
    });

    it('gives each of two equal buttons one attempt, however long the locks take', async () => {
      const popups = [reloaded(), reloaded()];
      const locks = fakeLocks(...popups.map(idOf));
      const both = [arriveAt('/app'), arriveAt('/app')];
      for (const popup of popups) locks.release(idOf(popup));

      for (const popup of popups) broadcast(popup);

      expect(both.map(({ outcomes }) => outcomes.results)).toEqual([1, 1]);
    });

    it('is superseded by a click that comes before it is let go, and still takes a late result', async () => {
      const popup = reloaded();
      const locks = fakeLocks(idOf(popup));
      const watched = arriveAt('/app');
      watched.onboarding.open();

      locks.release(idOf(popup));
      expect(watched.onboarding.getSnapshot()).toMatchObject({ status: 'open', detached: false });
      broadcast(popup);

      expect(watched.status).toBe('open');
      expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
      await vi.advanceTimersByTimeAsync(1_800_001);
      expect(watched.outcomes.cancels).toBe(0);
    });

    it('is resumed by one of two buttons only, while the lock is waited for', async () => {
      const popup = reloaded();
      const locks = fakeLocks(idOf(popup));
      const both = [arriveAt('/app'), arriveAt('/app')];

      locks.release(idOf(popup));
      await vi.advanceTimersByTimeAsync(0);
      broadcast(popup);

      expect(both.map(({ outcomes }) => outcomes.results)).toEqual([1, 0]);
    });

    it('goes on for a button that fits better, mounted while the lock is waited for', async () => {
      const asked = { name: 'waiting', queryParameters: { state: 'a' } };
      const popup = reloaded(asked);
      const locks = fakeLocks(idOf(popup));
      const early = arriveAt('/app', { name: 'waiting' });
      const late = arriveAt('/app', asked);

      locks.release(idOf(popup));
      await vi.advanceTimersByTimeAsync(0);

      expect([early.status, late.status]).toEqual(['idle', 'open']);
    });
  });

  it('reads nothing of the storage that is not its own, and its names once for all buttons', () => {
    for (let index = 0; index < 50; index++) sessionStorage.setItem(`app:${index}`, '{"a":1}');
    const read = vi.spyOn(Storage.prototype, 'getItem');
    const names = vi.spyOn(Object, 'keys');

    for (let index = 0; index < 100; index++) watchedOnboarding().onboarding.resume();

    expect(read).not.toHaveBeenCalled();
    expect(names.mock.calls.filter(([of]) => of === sessionStorage)).toHaveLength(1);
    names.mockRestore();
  });
});

describe('a page whose old library makes JSON spoil', () => {
  it.each<[string, { toJSON?: () => string }]>([
    ['lists', Array.prototype],
    ['texts', String.prototype],
    ['objects', Object.prototype],
  ])('%s, binds its results all the same', async (_what, prototype) => {
    prototype.toJSON = () => 'spoilt';
    const { fetchIoSignature, answer } = signingEndpoint();
    const watched = watchedOnboarding({ fetchIoSignature });
    watched.onboarding.open();
    await answer(signature);
    page.popup.sever();
    vi.advanceTimersByTime(300);

    broadcast(page.popup);
    Reflect.deleteProperty(prototype, 'toJSON');

    expect(watched.statuses).toEqual(['signing', 'open', 'completed']);
  });
});
