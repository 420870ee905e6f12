import type { LightBrowser } from './light-browser';

/**
 * A popup as its opener sees it, light enough for tens of thousands: no spies and next to no
 * document, which would all be remembered until the end of the test.
 */
export class LightPopup {
  readonly browser: LightBrowser;
  /** What the new window inherited of its opener's storage. */
  readonly mark: { id: string; runId: string; state: string };
  closed = false;
  focused = 0;
  readonly top = this;
  /** Where the opener sent it; `''` while the opener has not asked the hub. */
  asked: string;
  /** Whether the page that was asked for is shown. Until then the window is blank. */
  isLoaded = false;
  /** Whether there is still a window, whatever its opener sees of it. */
  isThere = true;
  #isSevered = false;

  constructor(browser: LightBrowser, address: string, mark: LightPopup['mark']) {
    this.browser = browser;
    this.mark = mark;
    this.asked = address;
  }

  location = Object.defineProperty(
    {
      replace: (address: string) => {
        this.asked = address;
      },
    },
    'host',
    {
      get: () => {
        if (!this.asked || !this.isLoaded) return ''; // about:blank
        throw new DOMException('Blocked a frame from a cross-origin frame.', 'SecurityError');
      },
    },
  );

  document = { title: '', body: { textContent: '' } };

  focus(): void {
    this.focused++;
  }

  close(): void {
    if (this.#isSevered) return;
    this.closed = true;
    this.isThere = false;
  }

  /** The client closes it, which nothing can keep from happening. */
  leave(): void {
    this.closed = true;
    this.isThere = false;
  }

  /** What a page with Cross-Origin-Opener-Policy does to the handle: the window stays open. */
  sever(): void {
    this.#isSevered = true;
    this.closed = true;
  }

  /**
   * The hub brings the client back to the app's origin. The redirect page says on the lines what it
   * was loaded with, and says it again to whoever asks, until somebody took it.
   */
  arrive(search: string): void {
    this.isLoaded = true;
    Object.assign(this, { '360dialog-connect': search });
    const channel = new this.browser.Channel(this.mark.id);
    channel.onmessage = ({ data }) => {
      if (data === 'ask' && this.isThere) channel.postMessage(search);
      if (data === 'ack') channel.close();
    };
    channel.postMessage(search);
  }

  /** The `state` that comes back from the hub. */
  get state(): string {
    return (this.asked && new URL(this.asked).searchParams.get('state')) || this.mark.state;
  }
}
