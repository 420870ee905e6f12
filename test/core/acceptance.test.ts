import { describe, expect, it } from 'vitest';
import { fakePage, showHub, waitForEverything } from '../helpers/fake-page';
import { FakePopup } from '../helpers/fake-popup';
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

describe('a message from the attempt’s own popup on an allowed origin', () => {
  it('brings the result as the bare query', () => {
    const watched = opened();

    receiveMessage(page.popup.redirect(), { source: page.popup });

    expect(watched.callback.mock.calls).toEqual([[result]]);
  });

  it('counts from the origins in redirectOrigins and from that of redirect_url', () => {
    const redirect_url = 'https://back.example.com/connected?x=1';
    const redirectOrigins = ['https://other.example.com', 'http://localhost:8080/path'];
    for (const origin of [
      'https://back.example.com',
      'https://other.example.com',
      'http://localhost:8080',
      location.origin,
    ]) {
      const watched = opened({ queryParameters: { redirect_url }, redirectOrigins });

      receiveMessage(page.popup.redirect(), { source: page.popup, origin });

      expect(watched.outcomes.results, origin).toBe(1);
    }
  });

  it('counts although the popup has closed itself already', () => {
    const watched = opened();
    page.popup.closed = true;

    receiveMessage(page.popup.redirect(), { source: page.popup });
    waitForEverything();

    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
  });

  it('counts once, on whatever lines it comes', () => {
    const watched = opened();
    const popup = page.popup;

    receiveMessage(popup.redirect(), { source: popup });
    receiveMessage(popup.redirect(), { source: popup });
    broadcast(popup);
    store(popup);
    waitForEverything();

    expect(watched.outcomes).toEqual({ results: 1, cancels: 0, errors: [] });
  });

  it('is acknowledged to a redirect page that is waiting', () => {
    opened();
    const channel = new BroadcastChannel(nameOfLines(page.popup));
    const heard: unknown[] = [];
    channel.onmessage = ({ data }) => heard.push(data);

    receiveMessage(page.popup.redirect(), { source: page.popup });

    expect(heard).toEqual(['ack']);
    expect(localStorage.length).toBe(0);
    channel.close();
  });
});

describe('a message from the popup on another origin', () => {
  it.each([
    'https://evil.example',
    'https://back.example.com.evil.example',
    'http://back.example.com',
    'https://back.example.com:8443',
    'https://sub.back.example.com',
    'null',
    '',
  ])('%j is ignored', (origin) => {
    const watched = opened({ redirectOrigins: ['https://back.example.com'] });

    receiveMessage(page.popup.redirect(), { source: page.popup, origin });
    waitForEverything();

    expectSilence(watched);
  });
});

describe('a message from another window', () => {
  const others: [string, () => unknown][] = [
    ['a frame', () => ({})],
    ['this window', () => window],
    ['nowhere', () => null],
    ['another popup', () => new FakePopup('https://hub.360dialog.com')],
  ];

  it.each(others)(
    'such as %s is ignored in the bare form, even once the popup is closed',
    (_who, source) => {
      const watched = opened();

      receiveMessage(page.popup.redirect(), { source: source() });
      page.popup.sever();
      receiveMessage(page.popup.redirect(), { source: source() });

      expectSilence(watched);
    },
  );

  it.each(others)(
    'such as %s is ignored with the attempt’s ID, even once the popup is closed',
    (_who, source) => {
      const watched = opened();
      const data = { id: nameOfLines(page.popup), search: page.popup.redirect() };

      receiveMessage(data, { source: source() });
      page.popup.sever();
      receiveMessage(data, { source: source() });

      expectSilence(watched);
    },
  );
});
