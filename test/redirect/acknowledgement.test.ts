import { forwardRedirect } from 'react-360dialog-connect/redirect';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeBroadcastChannel } from '../helpers/fake-broadcast-channel';
import { countListeners } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';
import {
  acknowledgement as ack,
  fakeOpener,
  id,
  listenOnChannel,
  redirectPage,
  setMark,
} from '../helpers/redirect-page';

const page = redirectPage();

beforeEach(() => {
  setMark();
  page.go('/r?client=c&channels=[a]');
});

/** The page may log that nobody answered. */
function allowWarning() {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  return () => {
    const texts = warn.mock.calls.map(String);
    warn.mockClear();
    return texts;
  };
}

describe('without an answer', () => {
  it('the page says after 1.5 s that it is finished, first in the body', () => {
    forwardRedirect();
    vi.advanceTimersByTime(1499);
    expect(page.status).toBeNull();

    vi.advanceTimersByTime(1);

    expect(document.body.innerHTML).toBe(
      '<p role="status">Finished. You can close this window.</p><main>App</main>',
    );
    expect(page.close).not.toHaveBeenCalled();
  });

  it('it says so in the words of doneText, as text', () => {
    forwardRedirect({ doneText: 'Fertig <b>jetzt</b>' });

    vi.advanceTimersByTime(1500);

    expect(page.status?.textContent).toBe('Fertig <b>jetzt</b>');
    expect(page.status?.childElementCount).toBe(0);
  });

  it('from a window that opened it, it logs that an origin may not be listed', () => {
    const warnings = allowWarning();
    fakeOpener();

    forwardRedirect();
    vi.advanceTimersByTime(60_000);

    expect(warnings()).toEqual([expect.stringMatching(/openerOrigins/)]);
  });
});

describe('the page closes itself', () => {
  const expectClosed = (listeners: () => number) => {
    expect(page.close).toHaveBeenCalledTimes(1);
    expect(listeners()).toBe(0);
    expect(FakeBroadcastChannel.openChannels.size).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(page.status).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  };

  it('when somebody acknowledged by the channel', () => {
    const listeners = countListeners();
    const { acknowledge } = listenOnChannel();
    forwardRedirect();

    acknowledge();

    expectClosed(listeners);
  });

  it.each([location.origin, 'https://app.example.com'])('when %s acknowledged', (origin) => {
    const listeners = countListeners();
    listenOnChannel();
    fakeOpener();
    forwardRedirect({ openerOrigins: ['https://app.example.com'] });

    receiveMessage(ack, { origin, source: {} });

    expectClosed(listeners);
  });

  it('when the acknowledgement comes by storage', () => {
    const listeners = countListeners();
    listenOnChannel();
    forwardRedirect();

    const newValue = JSON.stringify(ack);
    window.dispatchEvent(new StorageEvent('storage', { key: `360dialog-connect:${id}`, newValue }));

    expectClosed(listeners);
  });

  it('when it comes late, after the text', () => {
    const { acknowledge } = listenOnChannel();
    forwardRedirect();
    vi.advanceTimersByTime(60_000);
    expect(page.status).not.toBeNull();

    acknowledge();

    expect(page.close).toHaveBeenCalledTimes(1);
  });

  it('once', () => {
    const { acknowledge } = listenOnChannel();
    forwardRedirect();

    acknowledge();
    acknowledge();
    receiveMessage(ack);

    expect(page.close).toHaveBeenCalledTimes(1);
  });
});

describe('the page stays', () => {
  it.each([
    ['comes from a foreign origin', ack, 'https://evil.example'],
    ['comes from no origin', ack, 'null'],
    ['has another ID', { ...ack, id: '9-9-9-9' }, undefined],
    ['has no ID', { ...ack, id: undefined }, undefined],
    ['says nothing', { ...ack, ack: undefined }, undefined],
    ['is a text', 'ack', undefined],
    ['is null', null, undefined],
  ])('when an acknowledgement %s', (_how, data, origin) => {
    const warnings = allowWarning();
    fakeOpener();
    forwardRedirect({ openerOrigins: ['https://app.example.com'] });

    receiveMessage(data, { source: {}, ...(origin && { origin }) });
    vi.advanceTimersByTime(60_000);

    expect(page.close).not.toHaveBeenCalled();
    expect(page.status).not.toBeNull();
    expect(warnings()).toHaveLength(1);
  });
});

describe('the real thing', () => {
  it('is acknowledged by the app in another window, over real channels', async () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    const app = new BroadcastChannel(`360dialog-connect:${id}`);
    app.onmessage = () => app.postMessage(ack);

    forwardRedirect();

    await vi.waitFor(() => expect(page.close).toHaveBeenCalledTimes(1));
    app.close();
    vi.useFakeTimers();
  });
});
