import { describe, expect, it, vi } from 'vitest';
import { FakeBroadcastChannel } from '../helpers/fake-broadcast-channel';
import { fakePage, showHub, waitForEverything } from '../helpers/fake-page';
import { broadcast, nameOfLines, receiveMessage, store } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();
const result = { client: 'oaY9LLfUCL', channels: ['y9MiLoCH', 'Ab12CH'] };

function opened(options: Parameters<typeof watchedOnboarding>[0] = {}) {
  const watched = watchedOnboarding(options);
  watched.onboarding.open();
  showHub();
  return watched;
}

function expectSilence(watched: ReturnType<typeof opened>): void {
  expect(watched.statuses).toEqual(['open']);
  expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: [] });
  expect(page.popup.close).not.toHaveBeenCalled();
}

describe.each([
  ['BroadcastChannel', broadcast],
  ['the storage event', store],
])('a result by %s', (_line, send) => {
  it('counts when the popup’s handle is detached', () => {
    const watched = watchedOnboarding();
    watched.onboarding.open();
    page.popup.sever();
    vi.advanceTimersByTime(1000);

    send(page.popup);

    expect(watched.callback.mock.calls).toEqual([[result]]);
  });

  it('counts when the popup is closed', () => {
    const watched = opened();
    page.popup.closed = true;

    send(page.popup);

    expect(watched.callback.mock.calls).toEqual([[result]]);
  });

  it('does nothing while the popup is open, and the popup’s own result still counts', () => {
    const watched = opened();

    send(page.popup, page.popup.redirect('client=EVIL&channels=[EVIL]'));
    waitForEverything();
    expectSilence(watched);
    receiveMessage(page.popup.redirect(), { source: page.popup });

    expect(watched.callback.mock.calls).toEqual([[result]]);
  });

  it('that is held survives the event of its own removal', () => {
    const watched = opened();

    send(page.popup);
    const removal = { key: nameOfLines(page.popup), newValue: null };
    dispatchEvent(new StorageEvent('storage', removal));
    page.popup.closed = true;
    vi.advanceTimersByTime(500);

    expect(watched.callback.mock.calls).toEqual([[result]]);
  });

  it.each<[string, unknown]>([
    ['a list', ['?client=EVIL&channels=[EVIL]']],
    ['text that lacks the channels', '?client=EVIL&utm=x'],
  ])('that is held survives %s on its line', (_junk, junk) => {
    const watched = opened();

    send(page.popup);
    const line = new FakeBroadcastChannel(nameOfLines(page.popup));
    line.postMessage(junk);
    line.close();
    page.popup.closed = true;
    vi.advanceTimersByTime(500);

    expect(watched.callback.mock.calls).toEqual([[result]]);
  });

  it('counts when the popup turns closed within the grace time, and nothing follows', () => {
    const watched = opened();

    send(page.popup);
    page.popup.closed = true;
    waitForEverything();

    expect(watched.callback.mock.calls).toEqual([[result]]);
    expect(watched.statuses).toEqual(['open', 'completed']);
    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('counts when the popup turns out to be detached just then, and nothing follows', () => {
    const watched = watchedOnboarding();
    watched.onboarding.open();

    send(page.popup);
    page.popup.sever();
    waitForEverything();

    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
    expect(watched.onboarding.getSnapshot()).toMatchObject({
      status: 'completed',
      detached: false,
    });
  });

  it('does not count when the popup closes after the grace time', () => {
    const watched = opened();

    send(page.popup);
    vi.advanceTimersByTime(2000);
    page.popup.closed = true;
    waitForEverything();

    expect(watched.outcomes).toEqual({ results: 0, cancels: 1, errors: [] });
  });

  it('reaches its own attempt only', () => {
    const first = opened();
    const popup = page.popup;
    const second = opened();
    popup.closed = true;
    page.popup.closed = true;

    send(popup);

    expect(first.outcomes.results).toBe(1);
    expect(second.outcomes.results).toBe(0);
  });
});

describe('a page whose BroadcastChannel is refused, as in Firefox without cookies', () => {
  it('gets the result from the popup itself', () => {
    const refuse = vi.fn(function refuse() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    vi.stubGlobal('BroadcastChannel', refuse);
    const watched = opened();

    receiveMessage(page.popup.redirect(), { source: page.popup });

    expect(refuse).toHaveBeenCalled();
    expect(watched.callback.mock.calls).toEqual([[result]]);
    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
  });
});

describe('a page without BroadcastChannel', () => {
  it('gets the result by the storage event', () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const watched = opened();
    page.popup.sever();

    store(page.popup);

    expect(watched.outcomes.results).toBe(1);
  });
});
