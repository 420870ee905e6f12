import { forwardRedirect } from 'react-360dialog-connect/redirect';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { receiveMessage } from '../helpers/messages';
import {
  fakeOpener,
  id,
  listenOnChannel,
  markKey,
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
    expect(page.isShown).toBe(false);

    vi.advanceTimersByTime(1);

    expect(page.isShown).toBe(true);
    expect(page.status?.textContent).toBe('Finished. You can close this window.');
    expect(document.body.firstElementChild).toBe(page.status);
    expect(document.body.textContent).toBe('Finished. You can close this window.App');
    expect(page.close).not.toHaveBeenCalled();
  });

  it('it says so in the words of doneText, as text', () => {
    forwardRedirect({ doneText: 'Fertig <b>jetzt</b>' });

    vi.advanceTimersByTime(1500);

    expect(page.status?.textContent).toBe('Fertig <b>jetzt</b>');
    expect(page.status?.childElementCount).toBe(0);
  });

  it.each([
    ['the ready text as English', undefined, ['en', 'ltr']],
    ['a text of its own as the page’s language', 'Fertig', ['', '']],
  ])('it marks %s', (_what, doneText, marks) => {
    forwardRedirect({ doneText });

    vi.advanceTimersByTime(1500);

    const { lang, dir } = page.status as HTMLElement;
    expect([lang, dir]).toEqual(marks);
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
  it('when somebody acknowledged by the channel', () => {
    const { acknowledge } = listenOnChannel();
    forwardRedirect();
    expect(page.close).not.toHaveBeenCalled();

    acknowledge();

    expect(page.close).toHaveBeenCalledTimes(1);
  });

  it('when the acknowledgement comes by storage', () => {
    forwardRedirect();

    window.dispatchEvent(new StorageEvent('storage', { key: id, newValue: 'ack' }));

    expect(page.close).toHaveBeenCalledTimes(1);
  });

  it('when it comes late, after the text', () => {
    const { acknowledge } = listenOnChannel();
    forwardRedirect();
    vi.advanceTimersByTime(60_000);
    expect(page.status).not.toBeNull();

    acknowledge();

    expect(page.close).toHaveBeenCalledTimes(1);
  });

  it('or says that it is finished, where the browser does not let it', () => {
    const { acknowledge } = listenOnChannel();
    forwardRedirect();

    acknowledge();
    vi.advanceTimersByTime(60_000);

    expect(page.status).not.toBeNull();
    expect(page.isShown).toBe(true);
  });
});

describe('the page stays', () => {
  const say = (name: string, text: unknown) => {
    const channel = new BroadcastChannel(name);
    channel.postMessage(text);
    channel.close();
  };
  const store = (key: string, newValue: string) =>
    window.dispatchEvent(new StorageEvent('storage', { key, newValue }));

  it.each([
    ['comes by a message', () => receiveMessage('ack', { source: {} })],
    ['comes by a message of the opener', () => receiveMessage('ack', { source: window.opener })],
    ['comes on another channel', () => say(`${markKey}:9-9-9-9`, 'ack')],
    ['comes under another key', () => store(markKey, 'ack')],
    ['says nothing', () => say(id, '')],
    ['says more', () => say(id, 'acknowledged')],
    ['is an object', () => say(id, { ack: true })],
    ['is null', () => say(id, null)],
  ])('when an acknowledgement %s', (_how, acknowledge) => {
    const warnings = allowWarning();
    fakeOpener();
    forwardRedirect({ openerOrigins: ['https://app.example.com'] });

    acknowledge();
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
    const app = new BroadcastChannel(id);
    app.onmessage = () => app.postMessage('ack');

    forwardRedirect();

    await vi.waitFor(() => expect(page.close).toHaveBeenCalledTimes(1));
    app.close();
    vi.useFakeTimers();
  });
});
