import { forwardRedirect } from 'react-360dialog-connect/redirect';
import { describe, expect, it, vi } from 'vitest';
import { fakePage, setHidden, showHub, startNewDocument } from '../helpers/fake-page';
import { broadcast, receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();
const refuse = () => {
  throw new DOMException('not here', 'SecurityError');
};

const withLocks = (locks: unknown) =>
  vi.stubGlobal('navigator', Object.create(navigator, { locks: { value: locks } }));

/** A channel of a polyfill on storage that is full. */
class FullChannel {
  onmessage = null;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  postMessage() {
    refuse();
  }
  close() {
    refuse();
  }
}

describe('a result arrives', () => {
  const finish = () => receiveMessage(page.popup.redirect(), { source: page.popup });

  it.each<[string, () => void]>([
    ['Web Locks reject', () => withLocks({ request: async () => refuse() })],
    ['Web Locks throw', () => withLocks({ request: refuse })],
    ['Web Locks are something else', () => withLocks({})],
    ['the page has a navigator of its own', () => vi.stubGlobal('navigator', null)],
    ['the channel throws', () => vi.stubGlobal('BroadcastChannel', FullChannel)],
  ])('where %s', async (_what, arrange) => {
    arrange();
    const watched = watchedOnboarding();

    watched.onboarding.open();
    await vi.advanceTimersByTimeAsync(1000);
    finish();

    expect(watched.statuses).toEqual(['open', 'completed']);
  });

  it('where the page in the popup has a `close` of its own', () => {
    const watched = watchedOnboarding();
    watched.onboarding.open();
    page.popup.close.mockImplementationOnce(refuse);

    finish();

    expect(watched.statuses).toEqual(['open', 'completed']);
  });

  it.each([
    ['reject', async () => refuse()],
    ['throw', refuse],
  ])('after a reload, where Web Locks %s', async (_what, request) => {
    const before = watchedOnboarding();
    before.onboarding.open();
    showHub();
    const { popup } = page;
    setHidden(true);
    const kept = { ...sessionStorage };
    before.onboarding.reset();
    for (const [key, value] of Object.entries(kept)) sessionStorage.setItem(key, value as string);
    setHidden(false);
    startNewDocument();
    withLocks({ request });

    const after = watchedOnboarding();
    after.onboarding.resume();
    await vi.advanceTimersByTimeAsync(10);
    broadcast(popup);

    expect(after.outcomes.results).toBe(1);
  });
});

describe('the opener', () => {
  it('is not disturbed by a window that cannot be brought to the front', () => {
    const watched = watchedOnboarding();
    watched.onboarding.open();
    page.popup.focus.mockImplementationOnce(refuse);

    watched.onboarding.open();

    expect(watched.statuses).toEqual(['open']);
  });

  it('leaves no window open that it cannot listen to', async () => {
    const watched = watchedOnboarding();
    vi.stubGlobal('addEventListener', refuse);

    watched.onboarding.open();
    await vi.advanceTimersByTimeAsync(0);

    expect(watched.statuses).toEqual(['failed']);
    expect(page.popup.closed).toBe(true);
  });

  it('takes a result once, where the address stays as it was', () => {
    history.replaceState(null, '', '/app?client=c&channels=[a]');
    const replaceState = vi.spyOn(history, 'replaceState').mockImplementation(() => {});
    const [first, second] = [0, 1].map(() => watchedOnboarding({ allowUnsolicited: true }));
    first!.onboarding.resume();
    first!.onboarding.resume();
    second!.onboarding.resume();
    replaceState.mockRestore();

    expect([first!.outcomes.results, second!.outcomes.results]).toEqual([1, 0]);
  });
});

describe('the redirect page', () => {
  const arrive = () => {
    watchedOnboarding().onboarding.open();
    const mark = { ...page.popup.mark!, required: false };
    sessionStorage.setItem('360dialog-connect', JSON.stringify(mark));
    history.replaceState(null, '', `/app${page.popup.redirect()}`);
  };
  const said = () => document.querySelector('[role=status]')?.textContent;

  it.each<[string, unknown]>([
    ['a postMessage of its own', { postMessage: refuse }],
    ['an opener of its own', 'Ana'],
  ])('tells the visitor at the end where it has %s', (_what, opener) => {
    arrive();
    vi.stubGlobal('opener', opener);

    forwardRedirect();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.advanceTimersByTime(2000);

    expect(said()).toMatch(/Finished/);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockClear();
  });

  it.each<[string, () => void]>([
    ['a URL of its own', () => vi.stubGlobal('URL', '/api')],
    ['a channel that throws', () => vi.stubGlobal('BroadcastChannel', FullChannel)],
  ])('tells its opener where it has %s', (_what, arrange) => {
    arrive();
    arrange();
    const postMessage = vi.fn();
    vi.stubGlobal('opener', { postMessage });

    forwardRedirect();

    expect(postMessage).toHaveBeenCalledOnce();
  });
});
